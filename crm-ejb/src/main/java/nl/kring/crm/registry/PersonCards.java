package nl.kring.crm.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.platform.NotFoundException;
import org.hibernate.Session;

/** Reads one person: what is shown, who says what, and how it came about. */
class PersonCards {

    private final EntityManager em;
    private final LocalDate today;

    PersonCards(EntityManager em, LocalDate today) {
        this.em = em;
        this.today = today;
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

    /**
     * Everything said, as it was on a day, for somebody who acts for that organisation (null for none).
     *
     * @param steward code of who looks after the person, or null
     */
    PersonCard card(Person person, LocalDate asOf, Long organisationId, String steward) {
        List<Said> all = said(person, asOf);
        Map<PersonField, List<Said>> said = all.stream().collect(Collectors.groupingBy(Said::field));
        List<FieldCard> fields = said.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new FieldCard(entry.getKey(), visible(entry.getValue(), organisationId)))
                .toList();
        GoldenRecord golden = asOf.equals(today) || person.getMergedIntoId() != null ? null : derived(person, asOf);
        return new PersonCard(
                person.getUuid(),
                person.getVersion(),
                asOf,
                shown(golden, "display_name", person.getDisplayName()),
                shown(golden, "titles", person.getTitles()),
                new FormerNames(all.stream()
                                .filter(each -> !each.kept())
                                .sorted(Comparator.comparing(Said::rank))
                                .map(each -> new FormerNames.Part(each.field(), each.value(), each.held()))
                                .toList())
                        .before(asOf),
                date(shown(golden, "birth_date", text(person.getBirthDate()))),
                choice(Gender.class, shown(golden, "gender", text(person.getGender()))),
                choice(Profession.class, shown(golden, "profession", text(person.getProfession()))),
                shown(golden, "workplace", person.getWorkplace()),
                shown(golden, "workplace_place", person.getWorkplacePlace()),
                shown(golden, "municipality", person.getMunicipality()),
                shown(golden, "big", person.getBig()),
                shown(golden, "agb", person.getAgb()),
                shown(golden, "email", person.getEmail()),
                person.isEmailShared(),
                shown(golden, "phone", person.getPhone()),
                steward,
                person.getConfirmedAt(),
                fields);
    }

    private GoldenRecord derived(Person person, LocalDate asOf) {
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new Survivorship(connection, asOf).look(person.getId()));
    }

    private static String shown(GoldenRecord golden, String column, String now) {
        return golden == null ? now : golden.shown(column);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static LocalDate date(String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
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
        for (Object[] delivery : rows(em.createNativeQuery("""
                select r.delivered_at, o.code, r.register_code, r.source_key
                  from crm.source_record r join crm.organisation o on o.id = r.organisation_id
                 where r.person_id = :person""").setParameter("person", person.getId()))) {
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
                    null,
                    null,
                    null));
        }
        events.addAll(merges(person));
        events.sort(Comparator.comparing(PersonEvent::at).reversed());
        return events;
    }

    /** With whom somebody was made one, and when that was taken back. */
    private List<PersonEvent> merges(Person person) {
        return rows(em.createNativeQuery("""
                        select e.at, e.what, o.code, a.display_name, concat_ws(': ', p.display_name, e.reason)
                          from (select merged_at as at, 'MERGED' as what, organisation_id, account_id, reason, survivor_id, merged_id
                                  from crm.merge_event where subject = 'PERSON'
                                 union all
                                select undone_at, 'UNMERGED', null, undone_by, undone_reason, survivor_id, merged_id
                                  from crm.merge_event where subject = 'PERSON' and undone_at is not null) e
                          join crm.person p on p.id = case when e.survivor_id = :person then e.merged_id else e.survivor_id end
                          left join crm.organisation o on o.id = e.organisation_id
                          left join crm.account a on a.id = e.account_id
                         where :person in (e.survivor_id, e.merged_id)""").setParameter("person", person.getId())).stream()
                .map(row -> new PersonEvent(
                        (Instant) row[0],
                        PersonEvent.What.valueOf((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        (String) row[4]))
                .toList();
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
            boolean holds,
            boolean first,
            String qualifier,
            String slot,
            Period held,
            String overrideReason,
            long rank) {}

    /** In each slot the one that is shown comes first; what does not hold on the day comes last. */
    private List<Said> said(Person person, LocalDate asOf) {
        return rows(em.createNativeQuery("""
                select s.field, s.value, s.prefix, s.organisation_id, o.code, s.register_code, s.source_key, s.said_at,
                       s.reason, s.private, s.uuid, d.holds,
                       d.holds and not s.private
                         and row_number() over (partition by s.field, s.private, s.slot, d.holds order by %1$s) = 1,
                       s.qualifier, s.slot, cast(s.valid_from as text), cast(s.valid_to as text), s.override_reason,
                       row_number() over (order by %1$s)
                  from crm.said s
                  join crm.organisation o on o.id = s.organisation_id
                 cross join lateral (select (s.valid_from is null or s.valid_from <= :day)
                                        and (s.valid_to is null or s.valid_to >= :day) as holds) d
                 where s.person_id = :person
                 order by s.private, d.holds desc, s.slot, %1$s""".formatted(Survivorship.SAID_ORDER))
                        .setParameter("day", asOf)
                        .setParameter("person", person.getId()))
                .stream()
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
                        (Boolean) row[11],
                        (Boolean) row[12],
                        (String) row[13],
                        (String) row[14],
                        new Period(date((String) row[15]), date((String) row[16])),
                        (String) row[17],
                        ((Number) row[18]).longValue()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static List<Saying> visible(List<Said> said, Long organisationId) {
        List<FieldValue> own = said.stream()
                .filter(each -> each.organisationId().equals(organisationId) && each.holds())
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
                hidden ? null : said.reason(),
                hidden ? compared(said.value(), own) : null,
                said.first(),
                mine && said.register() == null,
                said.qualifier(),
                said.slot(),
                said.held(),
                said.holds(),
                said.kept(),
                hidden ? null : said.overrideReason());
    }

    /** Compared with one value alone, the first that holds: many at once would be many guesses. */
    private static Agreement compared(FieldValue hidden, List<FieldValue> own) {
        if (own.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        return same(own.get(0), hidden) ? Agreement.AGREES : Agreement.DIFFERS;
    }

    private static boolean same(FieldValue one, FieldValue other) {
        return Objects.equals(Folding.fold(one.value()), Folding.fold(other.value()))
                && Objects.equals(Folding.fold(one.prefix()), Folding.fold(other.prefix()));
    }
}
