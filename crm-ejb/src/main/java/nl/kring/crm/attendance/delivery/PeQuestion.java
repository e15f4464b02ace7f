package nl.kring.crm.attendance.delivery;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One question to PE-online, after the manual of its web service for attendance (2016): one account, one orgID, a hundred rows at
 * most. Whom it asks for is said by the row: an element that has no value is left out.
 */
record PeQuestion(int orgId, String userNumber, String userKey, String errorMail, List<PeRow> rows) {

    private static final String MASK = "***";
    /** Dutch, for the register and for its fallback. */
    private static final String LANGUAGE = "1";

    PeQuestion {
        if (rows.isEmpty() || rows.size() > Batching.MOST) {
            throw new IllegalArgumentException(rows.size() + " rows in one question");
        }
    }

    /** As it is kept and compared: without what signs in. */
    String masked() {
        return new PeQuestion(orgId, MASK, MASK, errorMail, rows).xml();
    }

    String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            text.write("<?xml version=\"1.0\" standalone=\"yes\"?>\n");
            xml.writeStartElement("Entry");
            xml.writeStartElement("Settings");
            element(xml, "userID", userNumber);
            element(xml, "userRole", "EDU");
            element(xml, "userKey", userKey);
            element(xml, "orgID", String.valueOf(orgId));
            element(xml, "settingOutput", errorMail == null ? "0" : "1");
            element(xml, "emailOutput", errorMail == null ? "" : errorMail);
            element(xml, "languageID", LANGUAGE);
            element(xml, "defaultLanguageID", LANGUAGE);
            xml.writeEndElement();
            for (PeRow row : rows) {
                attendance(xml, row);
            }
            xml.writeEndElement();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void attendance(XMLStreamWriter xml, PeRow row) throws XMLStreamException {
        xml.writeStartElement("Attendance");
        element(xml, row.ownCodes() ? "externalCourseID" : "PECourseID", row.course());
        element(xml, "externalPersonID", row.person());
        element(xml, row.ownCodes() ? "externalEditionID" : "PEEditionID", row.edition());
        element(xml, row.ownCodes() ? "externalMeetingID" : "PEMeetingID", row.meeting());
        element(xml, row.ownCodes() ? "externalmoduleID" : "PEModuleID", row.module());
        element(xml, "endDate", row.endedAt());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
    }
}
