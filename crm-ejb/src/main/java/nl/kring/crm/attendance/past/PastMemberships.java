package nl.kring.crm.attendance.past;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.kring.crm.registry.affiliation.MembershipKind;
import nl.kring.crm.registry.affiliation.MembershipsTakenOver;

/** The rows of a file of memberships, handed to the register and remembered. */
class PastMemberships {

    private static final String WANTED = """
            select r.number, x.person_id, coalesce(o.id, r.organisation) as organisation, r.member_kind, r.member_number,
                   cast(r.valid_from as text), cast(r.valid_to as text)
              from (select q.*, cast(:organisation as bigint) as organisation from crm.past_reading q
                     where q.import_id = :import and q.outcome = 'NEW') r
              join crm.past_person x on x.import_id = r.import_id and x.who = r.who
              left join crm.organisation o on o.merged_into_id is null
                                          and (o.code = r.member_of or lower(o.name) = lower(r.member_of))
             order by r.number""";

    private final EntityManager em;
    private final PastImport from;

    PastMemberships(EntityManager em, PastImport from) {
        this.em = em;
        this.from = from;
    }

    @SuppressWarnings("unchecked")
    void take(MembershipsTakenOver register) {
        List<Tuple> rows = em.createNativeQuery(WANTED, Tuple.class)
                .setParameter("import", from.getId())
                .setParameter("organisation", from.getOrganisationId())
                .getResultList();
        if (rows.isEmpty()) {
            return;
        }
        Map<Integer, Long> made = register.take(
                from.getOrganisationId(),
                from.getAccountId(),
                rows.stream()
                        .map(row -> new MembershipsTakenOver.TakenOver(
                                row.get(1, Long.class),
                                row.get(2, Long.class),
                                MembershipKind.valueOf(row.get(3, String.class)),
                                row.get(4, String.class),
                                LocalDate.parse(row.get(5, String.class)),
                                row.get(6, String.class) == null ? null : LocalDate.parse(row.get(6, String.class))))
                        .toList());
        List<Integer> places = made.keySet().stream().sorted().toList();
        em.createNativeQuery("""
                        insert into crm.past_thing (import_id, organisation_id, kind, source_key, thing_id, row_number)
                        select :import, :organisation, 'MEMBERSHIP', cast(m.id as text), m.id, m.number
                          from unnest(cast(:ids as bigint[]), cast(:numbers as integer[])) as m (id, number)""")
                .setParameter("import", from.getId())
                .setParameter("organisation", from.getOrganisationId())
                .setParameter("ids", places.stream().map(made::get).toArray(Long[]::new))
                .setParameter(
                        "numbers",
                        places.stream()
                                .map(place -> rows.get(place).get(0, Integer.class))
                                .toArray(Integer[]::new))
                .executeUpdate();
        em.createNativeQuery("""
                        update crm.past_reading r set outcome = 'KNOWN'
                         where r.import_id = :import and r.outcome = 'NEW'
                           and not exists (select 1 from crm.past_thing t
                                            where t.import_id = r.import_id and t.kind = 'MEMBERSHIP' and t.row_number = r.number)""").setParameter("import", from.getId()).executeUpdate();
    }

    void takeBack(MembershipsTakenOver register, PastRevert revert) {
        List<Long> memberships = revert.memberships();
        if (!memberships.isEmpty()) {
            revert.forgetMemberships(register.takeBack(memberships));
        }
    }
}
