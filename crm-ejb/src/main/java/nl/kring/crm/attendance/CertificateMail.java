package nl.kring.crm.attendance;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.platform.SystemClock;

/** The mail that says that a certificate is ready. */
final class CertificateMail {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MM-yyyy").withZone(SystemClock.AMSTERDAM);

    private CertificateMail() {}

    static OutgoingMail ready(Certificate certificate, String address, String language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "nl.kring.crm.attendance.mail",
                Locale.forLanguageTag(language),
                CertificateMail.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] facts = {
            certificate.getPersonName(),
            certificate.getCourseTitle(),
            DAY.format(certificate.getHeldFrom()),
            Settings.baseUrl() + "/attendance/my-certificates.xhtml",
            certificate.getCode(),
            certificate.getOrganiserName()
        };
        return new OutgoingMail(
                certificate.getOrganiserId(),
                certificate.getPersonId(),
                "certificate-ready",
                address,
                MessageFormat.format(texts.getString("certificate-ready.subject"), facts),
                MessageFormat.format(texts.getString("certificate-ready.body"), facts),
                null,
                null);
    }
}
