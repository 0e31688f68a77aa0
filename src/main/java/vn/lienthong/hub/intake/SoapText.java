package vn.lienthong.hub.intake;

import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;
import vn.lienthong.hub.platform.http.Problem;
import vn.lienthong.hub.platform.http.ProblemException;

/** Envelopes of SOAP 1.1: reads which operation one calls, writes answers and faults. */
final class SoapText {

    private static final String NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";

    private SoapText() {}

    /** The element in the envelope's body, once all of the document has been seen to be whole. */
    static String operation(InputStream envelope) {
        try {
            XMLStreamReader document = factory().createXMLStreamReader(envelope);
            open(document, "Envelope");
            String operation = called(document);
            while (document.hasNext()) {
                refuseDtd(document.next());
            }
            return operation;
        } catch (XMLStreamException | RuntimeException bad) {
            if (bad instanceof ProblemException known) {
                throw known;
            }
            throw malformed("The message is not well-formed XML");
        }
    }

    private static String called(XMLStreamReader document) throws XMLStreamException {
        while (next(document) && !isSoap(document, "Body")) {
            skip(document);
        }
        if (!isSoap(document, "Body") || !next(document)) {
            throw malformed("The envelope's body calls no operation");
        }
        return document.getLocalName();
    }

    private static void open(XMLStreamReader document, String name) throws XMLStreamException {
        if (!next(document) || !document.getLocalName().equals(name)) {
            throw malformed("The message has no SOAP envelope");
        }
        if (!NAMESPACE.equals(document.getNamespaceURI())) {
            throw new ProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "soap-version", "Only SOAP 1.1 is spoken here: " + NAMESPACE);
        }
    }

    private static boolean isSoap(XMLStreamReader document, String name) {
        return document.isStartElement()
                && document.getLocalName().equals(name)
                && NAMESPACE.equals(document.getNamespaceURI());
    }

    /** Stands on the next element, unless the one around it ends first. */
    private static boolean next(XMLStreamReader document) throws XMLStreamException {
        while (document.hasNext()) {
            int event = document.next();
            refuseDtd(event);
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event == XMLStreamConstants.START_ELEMENT;
            }
        }
        return false;
    }

    private static void skip(XMLStreamReader document) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = document.next();
            refuseDtd(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                refuseDuties(document);
            }
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** No header is understood here (SOAP 1.1, section 4.2.3). */
    private static void refuseDuties(XMLStreamReader document) {
        if ("1".equals(document.getAttributeValue(NAMESPACE, "mustUnderstand"))) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "must-understand", "Not understood here: " + document.getLocalName());
        }
    }

    private static void refuseDtd(int event) {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw malformed("The message has a DTD or entities of its own");
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "malformed-soap", detail);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The answer to an operation: its element with these words in place of {@code {answer}}. */
    static String answer(String element, String words) {
        return enveloped(element.replace("{answer}", HtmlUtils.htmlEscapeDecimal(words)));
    }

    static String fault(ProblemException problem, String correlationId) {
        return fault(code(problem), problem.kind(), problem.detail(), correlationId);
    }

    /** The words of a refusal; the client's data are at fault. */
    static String refusal(String words, String correlationId) {
        return fault("Client", "refused", words, correlationId);
    }

    private static String code(ProblemException problem) {
        return switch (problem.kind()) {
            case "soap-version" -> "VersionMismatch";
            case "must-understand" -> "MustUnderstand";
            default -> side(problem);
        };
    }

    private static String side(ProblemException problem) {
        return problem.status().is5xxServerError() || problem.retryAfter() != null ? "Server" : "Client";
    }

    private static String fault(String code, String kind, String words, String correlationId) {
        return enveloped(String.format(
                Locale.ROOT,
                "<s:Fault><faultcode>s:%s</faultcode><faultstring>%s</faultstring><detail>"
                        + "<p:problem xmlns:p=\"urn:lienthong:problem\"><p:type>%s</p:type>"
                        + "<p:correlationId>%s</p:correlationId></p:problem></detail></s:Fault>",
                code,
                HtmlUtils.htmlEscapeDecimal(words),
                Problem.TYPE_PREFIX + kind,
                HtmlUtils.htmlEscapeDecimal(correlationId)));
    }

    private static String enveloped(String body) {
        return "<s:Envelope xmlns:s=\"" + NAMESPACE + "\"><s:Body>" + body + "</s:Body></s:Envelope>";
    }
}
