package vn.lienthong.hub.catalog.procedure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.calendar.Period;
import vn.lienthong.hub.catalog.calendar.TimeLimit;

/** The form of {@code procedures.yaml}, of a province or of the demonstration. */
public record ProcedureFile(List<Entry> procedures) {

    /** @param alsoKnownAs other codes in use for it, such as those a department made up */
    record Entry(String code, @Nullable List<String> alsoKnownAs, List<Version> versions) {

        List<String> otherCodes() {
            return listed(alsoKnownAs);
        }
    }

    record Version(
            long version,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String name,
            @Nullable String domainCode,
            @Nullable String domainName,
            @Nullable TimeLimit limit,
            boolean limitKnown,
            @Nullable String responsible,
            @Nullable Level level,
            @Nullable List<Component> components,
            @Nullable List<ProcedureTerms.ResultPaper> results,
            @Nullable Map<Channel, TimeLimit> limits,
            @Nullable List<ProcedureTerms.Fee> fees,
            boolean payBefore,
            @Nullable Supplement supplement,
            @Nullable String paymentStopsClock,
            String source,
            boolean provisional) {

        Period period() {
            return new Period(from, until);
        }

        Procedure of(String code, boolean demo) {
            return new Procedure(
                    code, name, domainCode, domainName, limit, limitKnown, version, terms(), provisional, demo);
        }

        ProcedureTerms terms() {
            return new ProcedureTerms(
                    responsible,
                    level == null ? null : level.online(),
                    listed(components).stream().map(Component::asked).toList(),
                    listed(results),
                    Objects.requireNonNullElse(limits, Map.of()),
                    listed(fees),
                    payBefore,
                    supplement == null ? SupplementPolicy.USUAL : supplement.policy(),
                    paymentStopsClock);
        }
    }

    /** With {@code historic} alone the level of today follows from it. */
    record Level(
            @Nullable ServiceLevel today,
            @Nullable Integer historic,
            @Nullable Boolean formDownload,
            @Nullable String reviewedBy) {

        OnlineLevel online() {
            if (today != null) {
                return new OnlineLevel(today, historic, Boolean.TRUE.equals(formDownload), reviewedBy);
            }
            return OnlineLevel.ofHistoric(Objects.requireNonNull(historic, "a level names today's or a historic one"));
        }
    }

    record Component(
            @Nullable String code,
            String name,
            @Nullable Integer originals,
            @Nullable Integer copies,
            @Nullable String form,
            boolean digitised,
            @Nullable Integer reused,
            boolean fromNationalStore,
            @Nullable String replacedBy) {

        ProcedureTerms.Component asked() {
            return new ProcedureTerms.Component(
                    code,
                    Objects.requireNonNull(name, "a component has a name"),
                    Objects.requireNonNullElse(originals, 1),
                    Objects.requireNonNullElse(copies, 0),
                    form,
                    new ProcedureTerms.Digitisation(
                            digitised, Objects.requireNonNullElse(reused, 0), fromNationalStore, replacedBy));
        }
    }

    record Supplement(
            SupplementPolicy.Clock clock,
            @Nullable Integer days,
            @Nullable Boolean secondWarns) {

        SupplementPolicy policy() {
            return new SupplementPolicy(clock, days, !Boolean.FALSE.equals(secondWarns));
        }
    }

    private static <T> List<T> listed(@Nullable List<T> values) {
        return Objects.requireNonNullElse(values, List.of());
    }
}
