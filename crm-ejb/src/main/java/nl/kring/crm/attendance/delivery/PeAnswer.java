package nl.kring.crm.attendance.delivery;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What PE-online answered, as far as it can be read: its counts, its complaints and whom it names as accepted. Names of elements
 * are compared without case, because implementations differ; a document type is refused.
 */
record PeAnswer(Integer accepted, Integer rejected, Integer total, List<Complaint> complaints, List<PeRow.Key> named) {

    /** What it wrote of one row, or of the whole; the row number in it says nothing (it counts from two). */
    record Complaint(String code, String text) {}

    private static final int DEEPEST = 3;

    /** Empty for what is no answer of it: another page, half an answer, or nothing. */
    static Optional<PeAnswer> of(String body) {
        return summary(body, 0).map(PeAnswer::read);
    }

    /** The summary, wherever it is wrapped in: a SOAP envelope, or a text that is XML itself. */
    private static Optional<Element> summary(String body, int depth) {
        if (body == null || depth == DEEPEST || !body.stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        try {
            Element root = parser().parse(new InputSource(new StringReader(body.strip())))
                    .getDocumentElement();
            Element found = first(root, "Summary");
            return found != null
                    ? Optional.of(found)
                    : summary(root.getTextContent().strip(), depth + 1);
        } catch (SAXException | IOException noXml) {
            return Optional.empty();
        }
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PeAnswer read(Element summary) {
        List<Complaint> complaints = new ArrayList<>();
        for (Element error : all(summary, "Error")) {
            String code = text(error, "errorNR");
            String message = text(error, "errorMsg");
            if (code != null || message != null) {
                complaints.add(new Complaint(code == null ? "" : code, message == null ? "" : message));
            }
        }
        List<PeRow.Key> named = new ArrayList<>();
        for (Element accepted : all(summary, "Accepted")) {
            named.add(new PeRow.Key(text(accepted, "person"), text(accepted, "course")));
        }
        return new PeAnswer(
                number(summary, "accepted_rows"),
                number(summary, "rejected_rows"),
                number(summary, "total_rows"),
                List.copyOf(complaints),
                List.copyOf(named));
    }

    private static Integer number(Element within, String name) {
        String text = text(within, name);
        return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static String text(Element within, String name) {
        Element found = first(within, name);
        String text = found == null ? "" : found.getTextContent().strip();
        return text.isEmpty() ? null : text;
    }

    private static Element first(Element within, String name) {
        if (name.equalsIgnoreCase(within.getLocalName())) {
            return within;
        }
        List<Element> found = all(within, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> all(Element within, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = within.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (name.equalsIgnoreCase(element.getLocalName())) {
                    found.add(element);
                } else {
                    found.addAll(all(element, name));
                }
            }
        }
        return found;
    }
}
