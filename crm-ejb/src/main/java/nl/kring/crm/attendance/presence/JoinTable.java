package nl.kring.crm.attendance.presence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins and who is meant by them, in the database. */
class JoinTable {

    /** Whom a join may be of. */
    record Known(
            Long enrolment, Long person, String name, String given, String birthName, String email, String ownEmail) {}

    private final EntityManager em;

    JoinTable(EntityManager em) {
        this.em = em;
    }

    /** The joins of this report take the place of those of another one of the same session. */
    void keep(SessionFacts session, List<JoinReport.Join> joins, Long by, Instant now) {
        em.createNativeQuery("delete from crm.session_join where session_id = :session")
                .setParameter("session", session.id())
                .executeUpdate();
        em.createNativeQuery("""
                        insert into crm.session_join (session_id, name, email, joined_at, left_at, read_at, account_id)
                        select :session, j.name, j.email, cast(j.joined as timestamptz), cast(j.away as timestamptz), :now,
                               cast(:by as bigint)
                          from unnest(cast(:names as text[]), cast(:emails as text[]), cast(:joined as text[]), cast(:away as text[]))
                               as j (name, email, joined, away)""")
                .setParameter("session", session.id())
                .setParameter("now", now)
                .setParameter("by", by)
                .setParameter("names", joins.stream().map(JoinReport.Join::name).toArray(String[]::new))
                .setParameter(
                        "emails", joins.stream().map(JoinReport.Join::email).toArray(String[]::new))
                .setParameter(
                        "joined",
                        joins.stream().map(each -> each.from().toString()).toArray(String[]::new))
                .setParameter(
                        "away", joins.stream().map(each -> each.to().toString()).toArray(String[]::new))
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<JoinReport.Join> joins(SessionFacts session) {
        List<Tuple> rows = em.createNativeQuery(
                        "select name, email, joined_at, left_at from crm.session_join where session_id = :session order by id",
                        Tuple.class)
                .setParameter("session", session.id())
                .getResultList();
        return rows.stream()
                .map(row -> new JoinReport.Join(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Instant.class),
                        row.get(3, Instant.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<Known> known(SessionFacts session) {
        List<Tuple> rows = em.createNativeQuery("""
                        select n.id, p.id, p.display_name, p.given_name, concat_ws(' ', p.birth_prefix, p.birth_name), n.email, p.email
                          from crm.enrolment n join crm.person p on p.id = n.person_id
                         where n.edition_id = :edition and n.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL', 'NO_SHOW')""", Tuple.class)
                .setParameter("edition", session.editionId())
                .getResultList();
        return rows.stream()
                .map(row -> new Known(
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, String.class)))
                .toList();
    }

    /** Whom an organisation means by a name or an address. */
    @SuppressWarnings("unchecked")
    Map<String, Long> aliases(Long organisation) {
        List<Tuple> rows = em.createNativeQuery(
                        "select alias, person_id from crm.join_alias where organisation_id = :own", Tuple.class)
                .setParameter("own", organisation)
                .getResultList();
        Map<String, Long> aliases = new HashMap<>();
        rows.forEach(row -> aliases.put(row.get(0, String.class), row.get(1, Long.class)));
        return aliases;
    }

    void remember(Long organisation, String alias, Long person, Long by, Instant now) {
        em.createNativeQuery("""
                        insert into crm.join_alias (organisation_id, alias, person_id, said_at, account_id)
                        values (:own, :alias, :person, :now, cast(:by as bigint))
                        on conflict (organisation_id, alias) do update
                           set person_id = excluded.person_id, said_at = excluded.said_at, account_id = excluded.account_id""")
                .setParameter("own", organisation)
                .setParameter("alias", alias)
                .setParameter("person", person)
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
    }
}
