package vn.lienthong.hub.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/** The canonical dossier (schemas/dossier-1.json): absent means unknown, lists are never null; {@code parent} is the joint dossier it is a part of. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DossierFacts(
        @Nullable String code,
        List<Alias> aliases,
        @Nullable String procedure,
        @Nullable String agency,
        @Nullable Channel channel,
        @Nullable String summary,
        @Nullable Party applicant,
        @Nullable Party owner,

        @JsonSerialize(using = LocalTimeText.class) @Nullable
        Instant submittedAt,

        @JsonSerialize(using = LocalTimeText.class) @Nullable
        Instant receivedAt,

        @JsonSerialize(using = LocalTimeText.class) @Nullable
        Instant dueAt,

        @JsonSerialize(using = LocalTimeText.class) @Nullable
        Instant finishedAt,

        @JsonSerialize(using = LocalTimeText.class) @Nullable
        Instant returnedAt,

        @JsonSerialize(using = LocalTimeText.class) @Nullable
        Instant refusedAt,

        @Nullable ReturnMethod returnMethod,
        @Nullable NoticeChoice notices,
        List<Component> components,
        List<Fee> fees,
        List<Result> results,
        @Nullable String note,
        @Nullable String parent,
        @Nullable Declared declared) {

    public DossierFacts {
        aliases = orEmpty(aliases);
        submittedAt = toSecond(submittedAt);
        receivedAt = toSecond(receivedAt);
        dueAt = toSecond(dueAt);
        finishedAt = toSecond(finishedAt);
        returnedAt = toSecond(returnedAt);
        refusedAt = toSecond(refusedAt);
        components = orEmpty(components);
        fees = orEmpty(fees);
        results = orEmpty(results);
    }

    /** Another code under which a system knows the dossier. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Alias(AliasKind kind, String code) {}

    /** Whose code an alias is. */
    public enum AliasKind {
        LOCAL,
        NATIONAL,
        MINISTRY,
        ONE_STOP
    }

    /** How the dossier was filed. */
    public enum Channel {
        COUNTER,
        ONLINE,
        POST
    }

    /** How the result returns to the applicant. */
    public enum ReturnMethod {
        DESK,
        POST
    }

    /** By what the applicant wants to be told how the dossier stands. */
    public enum NoticeChoice {
        NONE,
        SMS,
        EMAIL,
        BOTH
    }

    /** What kind of person a party is. */
    public enum SubjectType {
        CITIZEN,
        BUSINESS,
        STATE_BODY,
        OTHER
    }

    /** A person or body: who files the dossier (applicant) or whom it is about (owner). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Party(
            @Nullable String name,
            @Nullable SubjectType subjectType,
            @Nullable String personalId,
            @Nullable String oldId,
            @Nullable String taxCode,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable LocalDate birthDate) {}

    /** Whether a paper was taken from an earlier dossier (DuocTaiSuDung). */
    public enum Reuse {
        NOT_REUSED,
        FROM_COMPONENT,
        FROM_RESULT
    }

    /** What a sender ticks about the filing without proof, in its own codes: kept to see whether it ever says otherwise. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Declared(
            @Nullable String eidAccount,
            @Nullable String filedWith,
            @Nullable String database) {}

    /** One paper of the dossier; {@code source} is the code of the result it is said to be taken from. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Component(
            @Nullable String name,
            @Nullable String code,
            @Nullable Integer originals,
            @Nullable Integer copies,
            @Nullable Reuse reuse,
            @Nullable String source,
            List<Attachment> files) {

        public Component {
            files = orEmpty(files);
        }
    }

    /** A file, by its content and by where it can be fetched. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Attachment(
            @Nullable String name,
            @Nullable String sha256,
            @Nullable Long size,
            @Nullable String link) {}

    /** A fee (lệ phí) in đồng. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Fee(
            @Nullable String name,
            @Nullable String code,
            @Nullable Long amount,
            @Nullable Boolean paid) {}

    /** A paper the procedure produced. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Result(@Nullable String name, @Nullable String code, List<Attachment> files) {

        public Result {
            files = orEmpty(files);
        }
    }

    // The text form has seconds; finer times would differ from themselves once stored.
    private static @Nullable Instant toSecond(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS);
    }

    // Jackson passes null for an absent list.
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
