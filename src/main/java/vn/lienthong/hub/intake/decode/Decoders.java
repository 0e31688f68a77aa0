package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.lienthong.hub.intake.files.VirusScan;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.reason.Reason;

/** The decoders by the name a sender's configuration gives as {@code format}. */
public final class Decoders {

    private final Map<String, Decoder> byName;

    /** Base64 parts found in records go to {@code contents}, scanned by nobody: for samples, which nothing keeps. */
    public Decoders(Function<InputStream, ContentRef> contents) {
        this(contents, VirusScan.NONE);
    }

    /** Base64 parts found in records go to {@code contents} once {@code scan} has found nothing in them. */
    public Decoders(Function<InputStream, ContentRef> contents, VirusScan scan) {
        var refine = new Refinement(contents, scan);
        var csv = new CsvDecoder();
        byName = Map.of(
                "json", new JsonDecoder(refine),
                "xml", new XmlDecoder(refine),
                "csv", csv,
                "sheet", new SheetDecoder(csv));
    }

    /** The records of a body, never none; throws {@link RefusedException} when nobody can read it. */
    public Decoded decode(String format, Body body, @Nullable String contentType, DecodeSettings settings) {
        Decoder decoder = byName.get(format);
        if (decoder == null) {
            throw new IllegalArgumentException("no decoder is called " + format);
        }
        try {
            Decoded decoded = decoder.decode(body, contentType, settings);
            if (!decoded.hasNext()) {
                decoded.close();
                throw new RefusedException(List.of(Reason.of(Rules.NO_RECORDS)));
            }
            return decoded;
        } catch (IOException | UncheckedIOException | JacksonException complaint) {
            throw Fault.refusal(complaint, decoder.malformed());
        }
    }
}
