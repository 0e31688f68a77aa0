package vn.lienthong.hub.intake.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.intake.decode.Body;
import vn.lienthong.hub.intake.decode.Decoded;
import vn.lienthong.hub.intake.decode.Decoders;
import vn.lienthong.hub.intake.decode.Marks;
import vn.lienthong.hub.intake.normalise.JsonataExpression.ExpressionFailed;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.content.Sha256;
import vn.lienthong.hub.platform.reason.Reason;

/** Reads a sample by a mapping that may be a mere proposal; keeps nothing, attachments included. */
@Component
public class Samples {

    private static final int MOST = 50;

    private final Decoders decoders = new Decoders(Samples::weighed);
    private final MappingReader reader;
    private final Clock clock;

    Samples(MappingReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * One record of a sample.
     *
     * @param gaps codes and words without a meaning, told even where the record is refused for something else
     */
    public record Said(JsonNode record, Normalised normalised, List<Reason> gaps) {}

    /** The first records of the sample; throws like {@link Normaliser#decode}, and when the mapping does not compile. */
    public List<Said> read(String sender, JsonNode settings, byte[] sample, @Nullable String contentType) {
        Mapping mapping = reader.read(sender, settings);
        String format = settings.path("format").asString("");
        List<Said> said = new ArrayList<>();
        try (Decoded decoded = decoders.decode(format, Body.of(sample), contentType, mapping.decode())) {
            while (decoded.hasNext() && said.size() < MOST) {
                said.add(say(mapping, decoded.next()));
            }
        }
        return said;
    }

    private Said say(Mapping mapping, JsonNode record) {
        Findings findings = new Findings(Marks.row(record));
        try {
            return new Said(record, mapping.normalise(record, LocalDate.now(clock), findings), findings.gaps());
        } catch (ExpressionFailed gap) {
            List<Reason> reasons = List.of(Reason.of(gap.rule(), gap.getMessage(), null));
            return new Said(record, new Normalised.Parked(gap.rule(), Findings.HUB, reasons), reasons);
        }
    }

    private static ContentRef weighed(InputStream content) {
        try {
            var hashed = new DigestInputStream(content, Sha256.digest());
            long size = hashed.transferTo(OutputStream.nullOutputStream());
            return new ContentRef(
                    HexFormat.of().formatHex(hashed.getMessageDigest().digest()), size);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
