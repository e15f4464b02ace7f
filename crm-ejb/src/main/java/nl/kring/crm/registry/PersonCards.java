package nl.kring.crm.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.platform.NotFoundException;

/** Reads one person: what is shown, who says what, and how it came about. */
class PersonCards {

    private final EntityManager em;

    PersonCards(EntityManager em) {
        this.em = em;
    }

    /** The person, or the one he or she was merged into. */
    Person survivor(UUID uuid) {
        try {
            Person person = em.createQuery("select p from Person p where p.uuid = :uuid", Person.class)
                    .setParameter("uuid", uuid)
                    .getSingleResult();
            while (person.getMergedIntoId() != null) {
                person = em.find(Person.class, person.getMergedIntoId());
            }
            return person;
        } catch (NoResultException e) {
            throw new NotFoundException();
        }
    }

    /** Everything said, for somebody who acts for that organisation (null for none). */
    PersonCard card(Person person, Long organisationId) {
        Map<PersonField, List<Said>> said =
                said(person).stream().collect(Collectors.groupingBy(Said::field, Collectors.toList()));
        List<FieldCard> fields = said.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new FieldCard(entry.getKey(), visible(entry.getValue(), organisationId)))
                .toList();
        return new PersonCard(
                person.getUuid(),
                person.getVersion(),
                person.getDisplayName(),
                person.getBirthDate(),
                person.getGender(),
                person.getProfession(),
                person.getWorkplace(),
                person.getWorkplacePlace(),
                person.getMunicipality(),
                person.getBig(),
                person.getAgb(),
                person.getEmail(),
                person.getPhone(),
                fields);
    }

    /** What happened, told to the staff of an organisation, or to nobody in particular (null). */
    List<PersonEvent> history(Person person, Long reader) {
        List<PersonEvent> events = new ArrayList<>(em.createQuery("""
                        select s, o.code, a.displayName from Statement s
                          join Organisation o on o.id = s.organisationId
                          left join Account a on a.id = s.accountId
                         where s.personId = :person""", Object[].class)
                .setParameter("person", person.getId())
                .getResultStream()
                .flatMap(row -> ((Statement) row[0]).events((String) row[1], (String) row[2], reader).stream())
                .toList());
        for (Object[] delivery : rows("""
                select r.delivered_at, o.code, r.register_code, r.source_key
                  from crm.source_record r join crm.organisation o on o.id = r.organisation_id
                 where r.person_id = :person""", person)) {
            events.add(new PersonEvent(
                    (Instant) delivery[0],
                    PersonEvent.What.DELIVERED,
                    (String) delivery[1],
                    null,
                    (String) delivery[2],
                    (String) delivery[3],
                    null,
                    null,
                    null,
                    null));
        }
        events.sort(Comparator.comparing(PersonEvent::at).reversed());
        return events;
    }

    private record Said(
            PersonField field,
            FieldValue value,
            Long organisationId,
            String organisation,
            String register,
            String sourceKey,
            Instant saidAt,
            String reason,
            boolean kept,
            UUID uuid,
            boolean first) {}

    private List<Said> said(Person person) {
        return rows("""
                select s.field, s.value, s.prefix, s.organisation_id, o.code, s.register_code, s.source_key, s.said_at,
                       s.reason, s.private, s.uuid,
                       not s.private and row_number() over (partition by s.field, s.private order by %1$s) = 1
                  from crm.said s join crm.organisation o on o.id = s.organisation_id
                 where s.person_id = :person
                 order by s.private, %1$s""".formatted(Survivorship.SAID_ORDER), person).stream()
                .map(row -> new Said(
                        PersonField.of((String) row[0]),
                        new FieldValue((String) row[1], (String) row[2]),
                        ((Number) row[3]).longValue(),
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        (Instant) row[7],
                        (String) row[8],
                        (Boolean) row[9],
                        (UUID) row[10],
                        (Boolean) row[11]))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String query, Person person) {
        return em.createNativeQuery(query)
                .setParameter("person", person.getId())
                .getResultList();
    }

    private static List<Saying> visible(List<Said> said, Long organisationId) {
        List<FieldValue> own = said.stream()
                .filter(each -> each.organisationId().equals(organisationId))
                .map(Said::value)
                .toList();
        return said.stream().map(each -> visible(each, own, organisationId)).toList();
    }

    /** A value that another organisation keeps to itself leaves this method only as agreeing or not. */
    private static Saying visible(Said said, List<FieldValue> own, Long organisationId) {
        boolean mine = said.organisationId().equals(organisationId);
        boolean hidden = said.kept() && !mine;
        return new Saying(
                said.uuid(),
                hidden ? null : said.value().value(),
                hidden ? null : said.value().prefix(),
                said.organisation(),
                said.register(),
                said.sourceKey(),
                said.saidAt(),
                said.reason(),
                hidden ? compared(said.value(), own) : null,
                said.first(),
                mine && said.register() == null);
    }

    private static Agreement compared(FieldValue hidden, List<FieldValue> own) {
        if (own.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        return own.stream().anyMatch(each -> same(each, hidden)) ? Agreement.AGREES : Agreement.DIFFERS;
    }

    private static boolean same(FieldValue one, FieldValue other) {
        return Objects.equals(Folding.fold(one.value()), Folding.fold(other.value()))
                && Objects.equals(Folding.fold(one.prefix()), Folding.fold(other.prefix()));
    }
}
