package vn.lienthong.hub.catalog.procedure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.calendar.TimeLimit;

/** What the national procedure database says of procedures; implemented by whoever can ask it. */
public interface NationalProcedures {

    /** A procedure as it is published; null or empty is what the database does not tell. */
    record Published(
            String code,
            @Nullable String name,
            @Nullable String domainCode,
            @Nullable String domainName,
            Map<Channel, TimeLimit> limits,
            List<ProcedureTerms.Component> components,
            List<ProcedureTerms.ResultPaper> results) {}

    /** Those of the codes that are published today; throws a problem when the database does not answer. */
    List<Published> published(Collection<String> codes);
}
