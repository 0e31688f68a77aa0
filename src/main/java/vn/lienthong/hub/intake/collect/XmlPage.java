package vn.lienthong.hub.intake.collect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A list in XML, such as the answer of a SOAP service; names count without their prefixes. */
final class XmlPage implements Page {

    private final Document document;

    XmlPage(byte[] answer) throws CollectFailure {
        this.document = parsed(answer);
        List<Element> faults = find("Envelope.Body.Fault.faultstring");
        if (!faults.isEmpty()) {
            throw new CollectFailure(
                    "SOAP fault: " + faults.getFirst().getTextContent().strip());
        }
    }

    @Override
    public List<Item> items(String path, String id) throws CollectFailure {
        int cut = path.lastIndexOf('.');
        if (cut > 0 && find(path.substring(0, cut)).isEmpty()) {
            throw new CollectFailure("the answer has no list at " + path);
        }
        List<Item> items = new ArrayList<>();
        for (Element thing : find(path)) {
            byte[] itself = written(thing);
            String number = id.isEmpty() ? "" : text(below(thing, id));
            items.add(Item.of(number, itself, written(enveloped(thing))));
        }
        return items;
    }

    @Override
    public String fact(String path) {
        return text(find(path));
    }

    private static String text(List<Element> found) {
        return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
    }

    private List<Element> find(String path) {
        int cut = path.indexOf('.');
        Element root = document.getDocumentElement();
        if (!(cut < 0 ? path : path.substring(0, cut)).equals(root.getLocalName())) {
            return List.of();
        }
        return cut < 0 ? List.of(root) : below(root, path.substring(cut + 1));
    }

    private static List<Element> below(Element top, String path) {
        List<Element> found = List.of(top);
        for (String name : path.split("\\.")) {
            List<Element> next = new ArrayList<>();
            for (Element parent : found) {
                for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element element && name.equals(element.getLocalName())) {
                        next.add(element);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** The thing alone in copies of the elements around it, which may declare what it uses. */
    private static Element enveloped(Element thing) {
        Element inner = (Element) thing.cloneNode(true);
        for (Node above = thing.getParentNode(); above instanceof Element; above = above.getParentNode()) {
            Element outer = (Element) above.cloneNode(false);
            outer.appendChild(inner);
            inner = outer;
        }
        return inner;
    }

    private static byte[] written(Element element) throws CollectFailure {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var bytes = new ByteArrayOutputStream();
            writer.transform(new DOMSource(element), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException unwritable) {
            throw new CollectFailure("a thing of the list cannot be written again");
        }
    }

    private static Document parsed(byte[] answer) throws CollectFailure {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the usual one writes to the console
            return builder.parse(new ByteArrayInputStream(answer));
        } catch (SAXException | IOException broken) {
            throw new CollectFailure("the answer is not whole XML");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
