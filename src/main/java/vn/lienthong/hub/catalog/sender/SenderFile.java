package vn.lienthong.hub.catalog.sender;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/**
 * The keys of a sender's settings that the catalog reads; other modules read their own from the settings.
 *
 * @param reply {@code receipt}, or {@code outcome 5s}
 * @param maxBody such as {@code 20MB}
 */
public record SenderFile(
        String name,
        String agency,
        String format,
        Contract contract,
        @Nullable String reply,
        @Nullable String maxBody,
        List<String> contentTypes) {

    private static final DataSize USUAL_BODY = DataSize.ofMegabytes(20);

    public SenderFile {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(agency, "agency is missing");
        Objects.requireNonNull(format, "format is missing");
        Objects.requireNonNull(contract, "contract is missing: events or snapshots");
        Objects.requireNonNull(contentTypes, "contentTypes is missing");
    }

    public Sender sender(String id, long configVersion, JsonNode settings) {
        return new Sender(
                id,
                name,
                agency,
                format,
                contract,
                parsedReply(),
                (maxBody == null ? USUAL_BODY : DataSize.parse(maxBody)).toBytes(),
                Set.copyOf(contentTypes),
                configVersion,
                settings);
    }

    private Reply parsedReply() {
        String text = reply == null ? "receipt" : reply.strip();
        if (text.equals("receipt")) {
            return Reply.RECEIPT;
        }
        if (text.startsWith("outcome ")) {
            String within = text.substring("outcome ".length()).strip();
            return Reply.outcome(Duration.parse("PT" + within.toUpperCase(Locale.ROOT)));
        }
        throw new IllegalArgumentException("reply is 'receipt' or 'outcome <seconds>s', not '" + text + "'");
    }
}
