package nl.kring.crm.attendance;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.kring.crm.communication.template.MailForm;
import nl.kring.crm.communication.template.MailForm.Place;
import nl.kring.crm.communication.template.MailForms;

/** The mail about a certificate, whose text an organisation may write itself. */
@Dependent
class CertificateForms implements MailForms {

    private static final MailForm READY = new MailForm(
            CertificateMail.KIND,
            CertificateMail.class,
            List.of(
                    new Place("name", "naam"),
                    new Place("title", "cursus"),
                    new Place("organiser", "organisator"),
                    new Place("day", "dag"),
                    new Place("link", "link"),
                    new Place("code", "controlecode")),
            Set.of("link"));

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<MailForm> forms() {
        return List.of(READY);
    }

    /** Of the certificate that the organisation gave out last; else the words themselves. */
    @Override
    public Optional<Map<String, String>> example(String kind, Long organisation, String language) {
        if (!kind.equals(READY.kind())) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        READY.places().forEach(place -> values.put(place.code(), "[" + place.word() + "]"));
        em.createQuery(
                        "select c from Certificate c where c.organiserId = :organisation order by c.id desc",
                        Certificate.class)
                .setParameter("organisation", organisation)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .ifPresent(certificate -> values.putAll(CertificateMail.values(certificate)));
        return Optional.of(values);
    }
}
