package nl.kring.crm.attendance;

import java.time.format.DateTimeFormatter;
import java.util.Map;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.communication.template.OwnTexts;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.SystemClock;

/** The mails that say that a certificate is ready, and that another took its place. */
final class CertificateMail {

    static final String READY = "certificate-ready";
    static final String CORRECTED = "certificate-corrected";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MM-yyyy").withZone(SystemClock.AMSTERDAM);

    private CertificateMail() {}

    static OutgoingMail of(String kind, Certificate certificate, String address, String language, OwnTexts texts) {
        MailText text =
                texts.write(CertificateMail.class, kind, "en".equals(language) ? "en" : "nl", values(certificate));
        return new OutgoingMail(
                certificate.getOrganiserId(),
                certificate.getPersonId(),
                kind,
                address,
                text.subject(),
                text.body(),
                null,
                null);
    }

    /** What can be filled in, by the codes that {@link CertificateForms} names. */
    static Map<String, String> values(Certificate certificate) {
        return Map.of(
                "name", certificate.getPersonName(),
                "title", certificate.getCourseTitle(),
                "day", DAY.format(certificate.getHeldFrom()),
                "link", Settings.baseUrl() + "/attendance/my-certificates.xhtml",
                "code", certificate.getCode(),
                "organiser", certificate.getOrganiserName());
    }
}
