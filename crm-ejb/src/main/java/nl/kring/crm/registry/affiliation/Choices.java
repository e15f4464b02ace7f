package nl.kring.crm.registry.affiliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.security.Role;

/** What the forms about affiliations let one choose from. */
@Stateless
public class Choices {

    private static final int MOST = 50;
    public static final int MOST_WORKPLACES = 20;

    /** Name and place, and where another organisation o has both: what tells the two apart. */
    private static final String LABEL = """
            concat_ws(', ', o.name, o.place, case when exists (
                 select 1 from crm.organisation x
                  where x.sort_name = o.sort_name and x.id <> o.id and x.merged_into_id is null
                    and x.place is not distinct from o.place)
               then nullif(concat_ws(', ', nullif(concat_ws(' ', o.street, o.house_number, o.house_suffix), ''), 'AGB ' || o.agb), '') end)""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Ledger ledger;

    /**
     * How somebody is called. For staff and the platform's administrator.
     *
     * @throws NotFoundException there is no such person
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Choice person(UUID uuid) {
        var person = ledger.person(uuid);
        return new Choice(person.getUuid(), person.getDisplayName());
    }

    /**
     * Organisations with a text in their name or place, by name; the first 50. Each is told apart from the others by its
     * place, and if need be its street and AGB code. For the same callers.
     *
     * @param text a part of it, or null for the first of all
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Choice> organisations(String text) {
        String part = text == null ? "" : text.strip().toLowerCase(Locale.ROOT).replace("\u0000", "");
        return choices(em.createNativeQuery("""
                        select o.uuid, %s
                          from crm.organisation o
                         where o.merged_into_id is null
                           and (position(:part in lower(o.name)) > 0 or position(:part in lower(o.place)) > 0)
                         order by position(:part in lower(o.name)) <> 1, o.sort_name, o.name, o.id""".formatted(LABEL)).setParameter("part", part));
    }

    /**
     * Organisations where somebody works or worked that have all these words, or their beginnings, in name, place or numbers;
     * by name, the first 20. For the same callers.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Choice> workplaces(String text) {
        String words = Stream.of(Folding.fold(Folding.apart(text)).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> "'" + word + "':*")
                .collect(Collectors.joining(" & "));
        return words.isEmpty()
                ? List.of()
                : choices(em.createNativeQuery("""
                                select o.uuid, %s
                                  from crm.organisation o
                                 where o.merged_into_id is null and o.words @@ cast(:words as tsquery)
                                   and exists (select 1 from crm.affiliation a
                                                where a.organisation_id = o.id and a.withdrawn_at is null)
                                 order by o.sort_name, o.id""".formatted(LABEL)).setParameter("words", words), MOST_WORKPLACES);
    }

    /**
     * An organisation as {@link #organisations} names it. For the same callers.
     *
     * @throws NotFoundException there is no such organisation
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Choice organisation(UUID uuid) {
        return choices(em.createNativeQuery("select o.uuid, " + LABEL + " from crm.organisation o where o.uuid = :uuid")
                        .setParameter("uuid", uuid))
                .stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Who else works now where somebody works, by name; the first 50. For the same callers. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Choice> colleagues(UUID person) {
        return choices(em.createNativeQuery("""
                        select p.uuid, p.display_name
                          from crm.person p
                         where p.merged_into_id is null and p.id <> :person and p.id in (
                               select c.person_id from crm.affiliation a
                                 join crm.organisation o on o.id = a.organisation_id
                                                        and o.kind not in ('OUT_OF_HOURS_SERVICE', 'CARE_GROUP', 'REGIONAL_ASSOCIATION')
                                 join crm.affiliation c on c.organisation_id = a.organisation_id and c.withdrawn_at is null
                                  and (c.valid_to is null or c.valid_to >= :day)
                                where a.person_id = :person and a.withdrawn_at is null
                                  and (a.valid_to is null or a.valid_to >= :day))
                         order by p.sort_name, p.id""")
                .setParameter("person", ledger.person(person).getId())
                .setParameter("day", ledger.today()));
    }

    /** Who works now at an organisation, by name; the first 50. For the same callers. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Choice> workersAt(UUID organisation) {
        return choices(em.createNativeQuery("""
                        select p.uuid, p.display_name
                          from crm.person p
                         where p.merged_into_id is null and p.id in (
                               select a.person_id from crm.affiliation a
                                where a.organisation_id = :organisation and a.withdrawn_at is null
                                  and (a.valid_to is null or a.valid_to >= :day))
                         order by p.sort_name, p.id""")
                .setParameter("organisation", ledger.organisation(organisation).getId())
                .setParameter("day", ledger.today()));
    }

    private static List<Choice> choices(Query query) {
        return choices(query, MOST);
    }

    private static List<Choice> choices(Query query, int most) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.setMaxResults(most).getResultList();
        return rows.stream()
                .map(row -> new Choice((UUID) row[0], (String) row[1]))
                .toList();
    }
}
