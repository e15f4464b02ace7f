package nl.kring.crm.attendance.presence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.credit.Evidence;
import nl.kring.crm.registry.Profession;

/** What stands on the list that people sign, and the lists that were signed. */
class ListTable {

    private final EntityManager em;

    ListTable(EntityManager em) {
        this.em = em;
    }

    ListFacts facts(Long edition, String organiser, String title, String place, ListNumbersAsked numbers) {
        return new ListFacts(organiser, title, place, meetings(edition), registers(edition, numbers), lines(edition));
    }

    @SuppressWarnings("unchecked")
    private List<ListFacts.Meeting> meetings(Long edition) {
        List<Tuple> rows = em.createNativeQuery(
                        "select title, starts_at, ends_at from crm.session where edition_id = :edition order by position, starts_at",
                        Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new ListFacts.Meeting(
                        row.get(0, String.class), row.get(1, Instant.class), row.get(2, Instant.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<ListFacts.Register> registers(Long edition, ListNumbersAsked numbers) {
        List<Tuple> rows = em.createNativeQuery("""
                        select s.code, s.name
                          from crm.edition d
                          join crm.accreditation w on w.course_id = d.course_id and w.points > 0
                          join crm.scheme s on s.code = w.scheme_code
                         where d.id = :edition order by s.position""", Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new ListFacts.Register(
                        row.get(0, String.class), row.get(1, String.class), numbers.of(row.get(0, String.class))))
                .toList();
    }

    /** Registers of who is in them, as he or she says or by profession, with the number that is known there. */
    @SuppressWarnings("unchecked")
    private List<ListFacts.Line> lines(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select coalesce(concat_ws(' ', p.birth_prefix, p.birth_name), p.display_name), p.display_name, p.initials,
                               p.profession, p.big, r.registers
                          from crm.enrolment n
                          join crm.edition d on d.id = n.edition_id
                          join crm.person p on p.id = n.person_id
                          left join lateral (
                               select string_agg(concat_ws(' ', s.code, case when s.person_identifier = 'BIG' then null else v.number end),
                                                 ', ' order by s.position) as registers
                                 from crm.accreditation w
                                 join crm.scheme s on s.code = w.scheme_code
                                 left join lateral (
                                      select min(m.value) as number from crm.statement m
                                       where m.person_id = p.id and m.field = 'registerNumber' and m.qualifier = s.code
                                         and m.withdrawn_at is null) v on true
                                where w.course_id = d.course_id and w.points > 0
                                  and (v.number is not null
                                       or exists (select 1 from crm.register_membership e
                                                   where e.person_id = p.id and e.scheme_code = s.code)
                                       or exists (select 1 from crm.scheme_profession f
                                                   where f.scheme_code = s.code and f.profession = p.profession))) r on true
                         where n.edition_id = :edition and n.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL', 'NO_SHOW')
                         order by p.sort_name, n.id""", Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new ListFacts.Line(
                        row.get(0, String.class).isBlank() ? row.get(1, String.class) : row.get(0, String.class),
                        row.get(2, String.class),
                        row.get(3) == null ? null : Profession.valueOf(row.get(3, String.class)),
                        row.get(4, String.class),
                        row.get(5, String.class)))
                .toList();
    }

    UUID keep(SessionFacts session, Evidence file, Long by, Instant now) {
        return (UUID) em.createNativeQuery("""
                        insert into crm.signed_list (session_id, file_name, media_type, content, put_at, account_id)
                        values (:session, :name, :type, :content, :now, cast(:by as bigint)) returning uuid""", UUID.class)
                .setParameter("session", session.id())
                .setParameter("name", file.fileName())
                .setParameter("type", file.mediaType())
                .setParameter("content", file.content())
                .setParameter("now", now)
                .setParameter("by", by)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    List<SignedList> signed(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select l.uuid, s.uuid, s.starts_at, l.file_name, l.put_at, a.display_name
                          from crm.signed_list l
                          join crm.session s on s.id = l.session_id
                          left join crm.account a on a.id = l.account_id
                         where s.edition_id = :edition and l.removed_at is null order by s.position, l.id""", Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new SignedList(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, Instant.class),
                        row.get(3, String.class),
                        row.get(4, Instant.class),
                        row.get(5, String.class)))
                .toList();
    }

    /** The session of a list that was put up and not taken away. */
    @SuppressWarnings("unchecked")
    List<UUID> sessionOf(UUID list) {
        return em.createNativeQuery("""
                        select s.uuid from crm.signed_list l join crm.session s on s.id = l.session_id
                         where l.uuid = :list and l.removed_at is null""", UUID.class).setParameter("list", list).getResultList();
    }

    Evidence file(UUID list) {
        Tuple row = (Tuple) em.createNativeQuery(
                        "select file_name, media_type, content from crm.signed_list where uuid = :list", Tuple.class)
                .setParameter("list", list)
                .getSingleResult();
        return new Evidence(row.get(0, String.class), row.get(1, String.class), row.get(2, byte[].class));
    }

    void remove(UUID list, Long by, Instant now) {
        em.createNativeQuery(
                        "update crm.signed_list set removed_at = :now, removed_by = cast(:by as bigint) where uuid = :list")
                .setParameter("list", list)
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
    }
}
