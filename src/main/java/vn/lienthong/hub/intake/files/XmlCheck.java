package vn.lienthong.hub.intake.files;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML that is closed to its end; a DTD, and with it every entity of the writer's own, is not read. */
final class XmlCheck {

    private XmlCheck() {}

    static @Nullable Flaw flaw(Offered.Content content) throws IOException {
        try (InputStream in = content.open()) {
            XMLStreamReader document = factory().createXMLStreamReader(in);
            while (document.hasNext()) {
                if (document.next() == XMLStreamConstants.DTD) {
                    return Flaw.of(Flaw.UNREADABLE);
                }
            }
            return null;
        } catch (XMLStreamException | RuntimeException malformed) {
            return Flaw.of(Flaw.UNREADABLE);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
