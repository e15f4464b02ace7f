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

/** The certificates of the professional who is signed in. */
@Named
@RequestScoped
public class MyCertificates {

    @Inject
    private Certificates certificates;

    private List<Certificate> list;
    private Map<UUID, UUID> ofEnrolments;

    @PostConstruct
    void load() {
        list = certificates.mine();
        ofEnrolments = certificates.mineByEnrolment();
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
