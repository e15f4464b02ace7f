package nl.kring.crm.attendance;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.attendance.letterhead.Letterhead;

/** What certificates of an edition say, for everybody at once: a query for each kind of fact, however many participants. */
@Dependent
class CertificateFacts {

    /** The points that the ledger has for somebody of an edition; who was there for a part of it may have a part of them. */
    private static final String EARNED = """
            select e.id as enrolment, s.code, s.name, s.unit, k.category, sum(k.points) as points
              from crm.enrolment e
              join crm.credit_entry k on k.enrolment_id = e.id
              join crm.scheme s on s.code = k.scheme_code
             where e.edition_id = :edition
             group by e.id, s.code, s.name, s.unit, s.position, k.category
            having sum(k.points) > 0
             order by e.id, s.position, k.category""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Roll roll;

    @Inject
    private CourseNumbers courseNumbers;

    /** What a certificate would say of each participant now; who would get none is not in it. */
    Map<Long, CertificateWorth> worth(EditionHeld edition, List<Participant> participants) {
        List<Long> persons = participants.stream().map(Participant::personId).toList();
        CoursePoints course = roll.points(edition);
        Map<Long, List<CertificatePoints>> earned = earned(edition, course);
        Map<String, String> numbers = courseNumbers.of(edition.id());
        Map<Long, Set<String>> registers = registers(persons);
        Map<Long, String> initials = initials(persons);
        String heldAt = heldAt(edition);
        Optional<Letterhead> letterhead = letterhead(edition.organiserId());
        Map<Long, CertificateWorth> worth = new HashMap<>();
        for (Participant participant : participants) {
            boolean partial = !participant.presentAtAll(edition.sessionIds());
            List<CertificatePoints> points = partial
                    ? earned.get(participant.enrolmentId())
                    : course.fitting(
                            participant.profession(), registers.getOrDefault(participant.personId(), Set.of()));
            if (points != null) {
                worth.put(
                        participant.enrolmentId(),
                        new CertificateWorth(
                                points.stream()
                                        .map(one -> one.under(numbers.get(one.schemeCode())))
                                        .toList(),
                                partial,
                                initials.get(participant.personId()),
                                heldAt,
                                letterhead.map(Letterhead::getSignatoryName).orElse(null),
                                letterhead.map(Letterhead::getSignatoryFunction).orElse(null)));
            }
        }
        return worth;
    }

    Optional<Letterhead> letterhead(Long organisation) {
        return Optional.ofNullable(em.find(Letterhead.class, organisation));
    }

    /** The numbers of the holder by register, when he or she wants them on certificates; else nothing. */
    @SuppressWarnings("unchecked")
    Map<String, String> numbersWanted(Certificate certificate) {
        List<Tuple> rows = em.createNativeQuery("""
                        select s.code as scheme, case when s.person_identifier = 'BIG' then p.big else min(n.value) end as number
                          from crm.certificate_points t
                          join crm.scheme s on s.code = t.scheme_code
                          join crm.person p on p.id = :person
                          left join crm.statement n on n.person_id = p.id and n.field = 'registerNumber' and n.qualifier = s.code
                                                   and n.withdrawn_at is null
                         where t.certificate_id = :certificate
                           and exists (select 1 from crm.certificate_wish w join crm.account a on a.id = w.account_id
                                        where a.person_id = p.id and w.with_numbers)
                         group by s.code, s.person_identifier, p.big""", Tuple.class)
                .setParameter("person", certificate.getPersonId())
                .setParameter("certificate", certificate.getId())
                .getResultList();
        return rows.stream()
                .filter(row -> row.get("number") != null)
                .collect(Collectors.toMap(
                        row -> row.get("scheme", String.class), row -> row.get("number", String.class)));
    }

    private String heldAt(EditionHeld edition) {
        Edition held = em.find(Edition.class, edition.id());
        String place = Stream.of(held.getLocation(), held.getPlace())
                .filter(part -> part != null && !part.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        if (held.getOnline() != null) {
            return place.isEmpty() ? "online" : place + " en online";
        }
        return place.isEmpty() ? null : place;
    }

    @SuppressWarnings("unchecked")
    private Map<Long, List<CertificatePoints>> earned(EditionHeld edition, CoursePoints course) {
        Map<Long, List<CertificatePoints>> earned = new HashMap<>();
        List<Tuple> rows = em.createNativeQuery(EARNED, Tuple.class)
                .setParameter("edition", edition.id())
                .getResultList();
        for (Tuple row : rows) {
            earned.computeIfAbsent(row.get("enrolment", Long.class), one -> new ArrayList<>())
                    .add(new CertificatePoints(
                            row.get("code", String.class),
                            row.get("name", String.class),
                            SchemeUnit.valueOf(row.get("unit", String.class)),
                            row.get("category", String.class),
                            row.get("points", BigDecimal.class)));
        }
        earned.replaceAll((enrolment, points) -> course.said(points));
        return earned;
    }

    private Map<Long, Set<String>> registers(List<Long> persons) {
        Map<Long, Set<String>> registers = new HashMap<>();
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(
                        "select person_id, scheme_code from crm.register_membership where person_id = any (:persons)",
                        Tuple.class)
                .setParameter("persons", persons.toArray(Long[]::new))
                .getResultList();
        rows.forEach(row -> registers
                .computeIfAbsent(row.get(0, Long.class), one -> new HashSet<>())
                .add(row.get(1, String.class)));
        return registers;
    }

    private Map<Long, String> initials(List<Long> persons) {
        Map<Long, String> initials = new HashMap<>();
        em.createQuery(
                        "select p.id, p.initials from Person p where p.id in :persons and p.initials is not null",
                        Object[].class)
                .setParameter("persons", persons)
                .getResultList()
                .forEach(row -> initials.put((Long) row[0], (String) row[1]));
        return initials;
    }
}
