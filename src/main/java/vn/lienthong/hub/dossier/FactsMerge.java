package vn.lienthong.hub.dossier;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.dossier.DossierFacts.Party;

/** Later facts over known facts: absence means "not said" and erases nothing. */
final class FactsMerge {

    private FactsMerge() {}

    static DossierFacts merge(@Nullable DossierFacts known, DossierFacts news, String code) {
        DossierFacts old = known == null ? news : known;
        return new DossierFacts(
                code,
                union(old.aliases(), news.aliases()),
                later(old.procedure(), news.procedure()),
                later(old.agency(), news.agency()),
                later(old.channel(), news.channel()),
                later(old.summary(), news.summary()),
                merge(old.applicant(), news.applicant()),
                merge(old.owner(), news.owner()),
                later(old.submittedAt(), news.submittedAt()),
                later(old.receivedAt(), news.receivedAt()),
                later(old.dueAt(), news.dueAt()),
                later(old.finishedAt(), news.finishedAt()),
                later(old.returnedAt(), news.returnedAt()),
                later(old.refusedAt(), news.refusedAt()),
                later(old.returnMethod(), news.returnMethod()),
                later(old.notices(), news.notices()),
                later(old.components(), news.components()),
                later(old.fees(), news.fees()),
                later(old.results(), news.results()),
                later(old.note(), news.note()),
                later(old.parent(), news.parent()),
                later(old.declared(), news.declared()));
    }

    /** The names of the facts that differ, in the order of the schema. */
    static List<String> changed(DossierFacts before, DossierFacts after) {
        return Stream.of(DossierFacts.class.getRecordComponents())
                .filter(fact -> !Objects.equals(value(fact, before), value(fact, after)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static @Nullable Object value(RecordComponent fact, DossierFacts of) {
        try {
            return fact.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    // Another person's details must never be completed with the first one's phone or address.
    private static @Nullable Party merge(@Nullable Party old, @Nullable Party news) {
        if (old == null || news == null || !samePerson(old, news)) {
            return later(old, news);
        }
        return new Party(
                later(old.name(), news.name()),
                later(old.subjectType(), news.subjectType()),
                later(old.personalId(), news.personalId()),
                later(old.oldId(), news.oldId()),
                later(old.taxCode(), news.taxCode()),
                later(old.phone(), news.phone()),
                later(old.email(), news.email()),
                later(old.address(), news.address()),
                later(old.birthDate(), news.birthDate()));
    }

    private static boolean samePerson(Party a, Party b) {
        if (differ(a.personalId(), b.personalId())
                || differ(a.oldId(), b.oldId())
                || differ(a.taxCode(), b.taxCode())) {
            return false;
        }
        boolean sameId = a.personalId() != null && a.personalId().equals(b.personalId());
        return sameId || !differ(a.name(), b.name());
    }

    private static boolean differ(@Nullable String a, @Nullable String b) {
        return a != null && b != null && !a.equals(b);
    }

    private static <T> @Nullable T later(@Nullable T old, @Nullable T news) {
        return news == null ? old : news;
    }

    private static <T> List<T> later(List<T> old, List<T> news) {
        return news.isEmpty() ? old : news;
    }

    private static <T> List<T> union(List<T> old, List<T> news) {
        Set<T> all = new LinkedHashSet<>(old);
        all.addAll(news);
        return List.copyOf(all);
    }
}
