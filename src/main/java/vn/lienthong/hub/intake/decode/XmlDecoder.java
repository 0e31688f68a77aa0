package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.platform.content.ContentUnavailableException;

/** XML: a document is one record, or an envelope of several; a DTD, and with it every entity of the writer's own, is refused unread. */
final class XmlDecoder implements Decoder {

    private final Refinement refinement;

    XmlDecoder(Refinement refinement) {
        this.refinement = refinement;
    }

    @Override
    public String malformed() {
        return Rules.MALFORMED_XML;
    }

    @Override
    public Decoded decode(Body body, @Nullable String contentType, DecodeSettings settings) throws IOException {
        try (Reader text = StrictUtf8.reader(body, contentType)) {
            JsonNode document = tree(text, settings.longestText(), settings.namespaces());
            return refinement.records(document, settings);
        }
    }

    static JsonNode tree(Reader text, int longestText, Map<String, String> namespaces) throws IOException {
        try {
            XMLStreamReader document = factory().createXMLStreamReader(text);
            String declared = document.getCharacterEncodingScheme();
            if (declared != null && !StrictUtf8.isUtf8(declared)) {
                throw Fault.of(Rules.WRONG_CHARSET);
            }
            return new XmlTree(document, longestText, namespaces).read();
        } catch (XMLStreamException bad) {
            throw fault(bad);
        } catch (ContentUnavailableException outage) {
            throw outage;
        } catch (RuntimeException bad) {
            // the JDK's reader lets some of its own failures out unwrapped
            throw new Fault(Fault.reason(bad, Rules.MALFORMED_XML));
        }
    }

    private static Fault fault(XMLStreamException bad) {
        @Nullable Throwable nested = bad.getNestedException();
        if (nested != null) {
            return new Fault(Fault.reason(nested, Rules.MALFORMED_XML));
        }
        var where = bad.getLocation();
        return where == null
                ? Fault.of(Rules.MALFORMED_XML)
                : Fault.at(Rules.MALFORMED_XML, where.getLineNumber(), where.getColumnNumber());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }
}
