package vn.lienthong.hub.console.issues;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.console.issues.Decisions.Decision;
import vn.lienthong.hub.console.issues.Members.Group;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;

/**
 * The issues there are: what fails now together with what people said of it. An issue comes back by itself when something
 * fails in the same way after it was resolved, or when its silence is over.
 */
@Component
class Issues {

    private static final List<Integer> NONE_RECENT = Collections.nCopies(24, 0);

    private final LoadingCache<Boolean, List<Group>> groups;
    private final Decisions decisions;
    private final Mendings mendings;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    /** @param remembered how old the groups may be that many people look at; what was said of them is never */
    Issues(
            Members members,
            Decisions decisions,
            Mendings mendings,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock,
            @Value("${lienthong.console.remembered:3s}") Duration remembered) {
        this.groups = Caffeine.newBuilder()
                .expireAfterWrite(remembered)
                .maximumSize(1)
                .build(one -> members.groups(clock.instant()));
        this.decisions = decisions;
        this.mendings = mendings;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that fail now, then those that somebody is at without anything failing any more. */
    List<Issue> all(@Nullable String neighbour) {
        Instant now = clock.instant();
        Map<String, Decision> said = new HashMap<>(decisions.newest());
        Mendings.Newest proposed = mendings.newest();
        List<Group> failing = groups.get(true);
        Map<String, Map<String, Long>> lacking = Lack.counted(failing);
        List<Issue> issues = new ArrayList<>();
        for (Group group : failing) {
            Decision decision = said.remove(group.key());
            if (neighbour == null || neighbour.equals(group.neighbour())) {
                issues.add(issue(group, decision, Lack.of(group, lacking), proposed.of(group), now));
            }
        }
        said.values().stream()
                .filter(one -> one.state() != State.RESOLVED)
                .filter(one -> neighbour == null || neighbour.equals(one.neighbour()))
                .map(Issues::mended)
                .forEach(issues::add);
        return issues;
    }

    /** Those that are resolved and have no member left: to be read, and found when somebody asks for them. */
    List<Issue> settled(@Nullable String neighbour) {
        Set<String> failing = groups.get(true).stream().map(Group::key).collect(Collectors.toSet());
        return decisions.newest().values().stream()
                .filter(one -> one.state() == State.RESOLVED && !failing.contains(one.key()))
                .filter(one -> neighbour == null || neighbour.equals(one.neighbour()))
                .sorted(Comparator.comparing(Decision::changedAt).reversed())
                .map(Issues::mended)
                .toList();
    }

    /** What became of them since then; those that somebody silenced are in no list. */
    Turns turns(Instant since, @Nullable String neighbour) {
        Turns turns = new Turns(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Decision> said = decisions.newest();
        for (Issue issue : all(neighbour)) {
            boolean spoken = isSince(said.get(issue.key()), since);
            switch (issue.state()) {
                case RESOLVED -> {
                    if (spoken) {
                        turns.resolved().add(issue);
                    }
                }
                case MUTED -> {}
                case ACKNOWLEDGED, IN_PROGRESS -> (spoken ? turns.taken() : turns.others()).add(issue);
                case OPEN -> open(turns, issue, said.get(issue.key()), since).add(issue);
            }
        }
        said.values().stream()
                .filter(one -> one.state() == State.RESOLVED && isSince(one, since))
                .filter(one -> neighbour == null || neighbour.equals(one.neighbour()))
                .map(Issues::mended)
                .filter(one ->
                        turns.resolved().stream().noneMatch(known -> known.key().equals(one.key()))
                                && turns.returned().stream()
                                        .noneMatch(known -> known.key().equals(one.key())))
                .forEach(turns.resolved()::add);
        return turns;
    }

    private static boolean isSince(@Nullable Decision said, Instant since) {
        return said != null && lies(said.changedAt(), since);
    }

    private static List<Issue> open(Turns turns, Issue issue, @Nullable Decision said, Instant since) {
        if (issue.returned()) {
            OffsetDateTime again = said != null && said.mutedUntil() != null ? said.mutedUntil() : issue.lastAt();
            return lies(again, since) ? turns.returned() : turns.others();
        }
        return lies(issue.firstAt(), since) ? turns.opened() : turns.others();
    }

    private static boolean lies(@Nullable OffsetDateTime at, Instant since) {
        return at != null && !at.toInstant().isBefore(since);
    }

    Optional<Issue> find(String key, @Nullable String neighbour) {
        return Stream.concat(all(neighbour).stream(), settled(neighbour).stream())
                .filter(issue -> issue.key().equals(key))
                .findFirst();
    }

    List<Issue.Act> acts(String key) {
        return decisions.acts(key);
    }

    void decide(
            Issue issue,
            State state,
            @Nullable String owner,
            @Nullable Instant mutedUntil,
            @Nullable String note,
            Actor actor) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            decisions.keep(issue, state, owner, mutedUntil, actor.name(), note, now);
            audit.record(actor, "issue.decide", issue.key(), words(issue, state, note));
        });
    }

    private static Map<String, Object> words(Issue issue, State state, @Nullable String note) {
        Map<String, Object> words = new TreeMap<>(Map.of("state", state, "cause", issue.cause()));
        if (note != null) {
            words.put("reason", note);
        }
        return words;
    }

    private static Issue issue(
            Group group, @Nullable Decision said, List<Lack> lacks, @Nullable Mending mending, Instant now) {
        State state = said == null ? State.OPEN : said.state();
        boolean returned = said != null
                && (state == State.RESOLVED && group.lastAt().isAfter(said.changedAt())
                        || state == State.MUTED
                                && said.mutedUntil() != null
                                && !now.isBefore(said.mutedUntil().toInstant()));
        return new Issue(
                group.key(),
                group.kind(),
                group.neighbour(),
                group.cause(),
                returned ? State.OPEN : state,
                returned,
                said == null ? null : said.owner(),
                said == null ? null : said.mutedUntil(),
                group.count(),
                group.firstAt(),
                group.lastAt(),
                group.recent(),
                lacks.isEmpty() ? null : lacks,
                mending);
    }

    private static Issue mended(Decision said) {
        return new Issue(
                said.key(),
                said.kind(),
                said.neighbour(),
                said.cause(),
                said.state(),
                false,
                said.owner(),
                said.mutedUntil(),
                0,
                null,
                null,
                NONE_RECENT,
                null,
                null);
    }
}
