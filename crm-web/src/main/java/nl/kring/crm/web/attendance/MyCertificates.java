package nl.kring.crm.web.attendance;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.attendance.Certificate;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The certificates of the professional who is signed in. */
@Named
@RequestScoped
public class MyCertificates {

    @Inject
    private Certificates certificates;

    private List<Certificate> list;
    private Map<UUID, UUID> ofEnrolments;
    private boolean numbers;

    @PostConstruct
    void load() {
        list = certificates.mine();
        ofEnrolments = certificates.mineByEnrolment();
        numbers = certificates.numbersShown();
    }

    /** Keeps whether the own register numbers stand on certificates. */
    public void keep() {
        certificates.showNumbers(numbers);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_my-certificates.numbers.kept"));
        Faces.redirect("/attendance/my-certificates.xhtml");
    }

    public boolean isNumbers() {
        return numbers;
    }

    public void setNumbers(boolean numbers) {
        this.numbers = numbers;
    }

    /** The certificate of an enrolment; null when there is none. */
    public UUID of(UUID enrolment) {
        return ofEnrolments.get(enrolment);
    }

    public List<Certificate> getList() {
        return list;
    }

    public String period(Certificate certificate) {
        return Shown.period(certificate.getHeldFrom(), certificate.getHeldTo());
    }

    public String day(Instant instant) {
        return Shown.day(instant);
    }

    public String points(BigDecimal points) {
        return Shown.points(points);
    }
}
