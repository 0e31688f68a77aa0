package vn.lienthong.hub.intake.meanings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.procedure.Procedure;

/**
 * What is proposed, for whoever decides on it.
 *
 * @param canonical what the table fills
 * @param word the canonical word that is chosen
 * @param moment where in a record its moment stands; null when nowhere, or when it has none
 * @param name of a procedure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Meant(
        String canonical,
        String word,
        @Nullable String moment,
        @Nullable String name) {

    static Meant of(String meaning, CodeTable table, JsonNode settings, Procedures procedures, LocalDate today) {
        JsonNode row = meaning.startsWith(Choices.SAME_AS)
                ? table.in(settings).path(meaning.substring(Choices.SAME_AS.length()))
                : JsonNodeFactory.instance.missingNode();
        String word = row.isMissingNode() ? meaning : Choices.word(row);
        @Nullable
        String name = table.canonical().equals("procedure")
                ? procedures.resolve(word, today).map(Procedure::name).orElse(null)
                : null;
        return new Meant(table.canonical(), word, Choices.moment(row), name);
    }
}
