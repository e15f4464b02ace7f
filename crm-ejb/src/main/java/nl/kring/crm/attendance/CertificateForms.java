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

/** The mails about a certificate, whose texts an organisation may write itself. */
@Dependent
class CertificateForms implements MailForms {

    private static final List<Place> PLACES = List.of(
            new Place("name", "naam"),
            new Place("title", "cursus"),
            new Place("organiser", "organisator"),
            new Place("day", "dag"),
            new Place("link", "link"),
            new Place("code", "controlecode"));

    private static final List<MailForm> FORMS = List.of(
            new MailForm(CertificateMail.READY, CertificateMail.class, PLACES, Set.of("link")),
            new MailForm(CertificateMail.CORRECTED, CertificateMail.class, PLACES, Set.of("link")));

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<MailForm> forms() {
        return FORMS;
    }

    /** Of the certificate that the organisation gave out last; else the words themselves. */
    @Override
    public Optional<Map<String, String>> example(String kind, Long organisation, String language) {
        if (FORMS.stream().noneMatch(form -> form.kind().equals(kind))) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        PLACES.forEach(place -> values.put(place.code(), "[" + place.word() + "]"));
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
