package nl.kring.crm.communication.mailing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Mailings and their recipients in the database. */
class MailingTable {

    private static final String LINES = """
            select m.uuid, m.purpose, m.about, m.subject, m.body, r.mails, r.written, r.refused, a.display_name,
                   m.queued_at, m.finished_at, m.stopped_at, m.subject_en, m.body_en
              from crm.mailing m
              left join crm.account a on a.id = m.account_id
              left join lateral (
                select count(*) as mails, count(x.mail_id) as written, count(s.bounced_at) as refused
                  from crm.mailing_recipient x left join crm.message s on s.id = x.mail_id
                 where x.mailing_id = m.id and x.outcome = 'MAIL') r on true
             where m.organisation_id = :organisation""";

    private final EntityManager em;

    MailingTable(EntityManager em) {
        this.em = em;
    }

    /** Writes it with all its recipients in two statements; false when it was there already. */
    boolean put(NewMailing wanted, Long organisation, Long account, Instant now) {
        List<?> made = em.createNativeQuery("""
                        insert into crm.mailing (id, uuid, organisation_id, purpose, edition_id, about, subject, body,
                                                 subject_en, body_en, account_id, queued_at)
                        values (nextval('crm.entity_seq'), :uuid, :organisation, :purpose, cast(:edition as bigint), :about,
                                :subject, :body, cast(:subjectEn as text), cast(:bodyEn as text), cast(:account as bigint), :now)
                        on conflict (uuid) do nothing returning id""")
                .setParameter("uuid", wanted.uuid())
                .setParameter("organisation", organisation)
                .setParameter("purpose", wanted.purpose().name())
                .setParameter("edition", wanted.edition())
                .setParameter("about", wanted.about())
                .setParameter("subject", wanted.text().subject())
                .setParameter("body", wanted.text().body())
                .setParameter(
                        "subjectEn",
                        wanted.english() == null ? null : wanted.english().subject())
                .setParameter(
                        "bodyEn",
                        wanted.english() == null ? null : wanted.english().body())
                .setParameter("account", account)
                .setParameter("now", now)
                .getResultList();
        if (made.isEmpty()) {
            return false;
        }
        em.createNativeQuery("""
                        insert into crm.mailing_recipient (mailing_id, person_id, name, address, outcome, shared, language)
                        select :mailing, r.person, r.name, r.address, r.outcome, r.shared, r.language
                          from unnest(cast(:persons as bigint[]), cast(:names as text[]), cast(:addresses as text[]),
                                      cast(:outcomes as text[]), cast(:shared as boolean[]),
                                      cast(:languages as text[]))
                               with ordinality as r (person, name, address, outcome, shared, language, nr)
                         order by r.nr""")
                .setParameter("mailing", ((Number) made.get(0)).longValue())
                .setParameter("persons", column(wanted, Recipient::personId, Long[]::new))
                .setParameter("names", column(wanted, Recipient::name, String[]::new))
                .setParameter("addresses", column(wanted, Recipient::address, String[]::new))
                .setParameter("outcomes", column(wanted, each -> each.outcome().name(), String[]::new))
                .setParameter("shared", column(wanted, Recipient::shared, Boolean[]::new))
                .setParameter("languages", column(wanted, Recipient::language, String[]::new))
                .executeUpdate();
        return true;
    }

    private static <T> T[] column(NewMailing wanted, Function<Recipient, T> value, IntFunction<T[]> array) {
        return wanted.recipients().stream().map(value).toArray(array);
    }

    Optional<Mailing> find(UUID uuid) {
        return em.createQuery("select m from Mailing m where m.uuid = :uuid", Mailing.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst();
    }

    /** The newest mailings of an organisation. */
    List<MailingLine> lines(Long organisation, int most) {
        return lines(em.createNativeQuery(LINES + " order by m.id desc", Tuple.class)
                .setParameter("organisation", organisation)
                .setMaxResults(most)
                .getResultList());
    }

    Optional<MailingLine> line(Long organisation, UUID uuid) {
        return lines(em.createNativeQuery(LINES + " and m.uuid = :uuid", Tuple.class)
                        .setParameter("organisation", organisation)
                        .setParameter("uuid", uuid)
                        .getResultList())
                .stream()
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private static List<MailingLine> lines(List<?> rows) {
        return ((List<Tuple>) rows)
                .stream()
                        .map(row -> new MailingLine(
                                row.get(0, UUID.class),
                                MailingPurpose.valueOf(row.get(1, String.class)),
                                row.get(2, String.class),
                                row.get(3, String.class),
                                row.get(4, String.class),
                                number(row, 5),
                                number(row, 6),
                                number(row, 7),
                                row.get(8, String.class),
                                row.get(9, Instant.class),
                                row.get(10, Instant.class),
                                row.get(11, Instant.class),
                                row.get(12, String.class),
                                row.get(13, String.class)))
                        .toList();
    }

    private static int number(Tuple row, int at) {
        return Objects.requireNonNullElse((Number) row.get(at), 0).intValue();
    }

    /** Everybody of a mailing, who gets it first. */
    @SuppressWarnings("unchecked")
    List<Recipient> recipients(Long mailing) {
        List<Tuple> rows = em.createNativeQuery("""
                        select r.person_id, p.uuid, r.name, r.address, r.outcome, r.shared, r.language
                          from crm.mailing_recipient r join crm.person p on p.id = r.person_id
                         where r.mailing_id = :mailing order by r.outcome <> 'MAIL', r.outcome, r.id""", Tuple.class)
                .setParameter("mailing", mailing)
                .getResultList();
        return rows.stream()
                .map(row -> new Recipient(
                        ((Number) row.get(0)).longValue(),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        Outcome.valueOf(row.get(4, String.class)),
                        row.get(5, Boolean.class),
                        row.get(6, String.class)))
                .toList();
    }

    /** Somebody whose mail is not written yet, held until the commit; another node takes others. */
    record Waiting(Long id, Long personId, String name, String address, boolean shared, String language) {}

    @SuppressWarnings("unchecked")
    List<Waiting> waiting(Long mailing, int most) {
        List<Tuple> rows = em.createNativeQuery("""
                        select id, person_id, name, address, shared, language from crm.mailing_recipient
                         where mailing_id = :mailing and outcome = 'MAIL' and mail_id is null
                         order by id limit :most for update skip locked""", Tuple.class)
                .setParameter("mailing", mailing)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new Waiting(
                        ((Number) row.get(0)).longValue(),
                        ((Number) row.get(1)).longValue(),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Boolean.class),
                        row.get(5, String.class)))
                .toList();
    }

    void written(Long recipient, Long message, byte[] tokenHash) {
        em.createNativeQuery("""
                        update crm.mailing_recipient set mail_id = :message, token_hash = cast(:hash as bytea)
                         where id = :recipient""")
                .setParameter("message", message)
                .setParameter("hash", tokenHash)
                .setParameter("recipient", recipient)
                .executeUpdate();
    }

    /** How many mails there are, and how many of them are written. */
    int[] progress(Long mailing) {
        Object[] row = (Object[])
                em.createNativeQuery("""
                        select count(mail_id), count(*) from crm.mailing_recipient
                         where mailing_id = :mailing and outcome = 'MAIL'""").setParameter("mailing", mailing).getSingleResult();
        return new int[] {((Number) row[0]).intValue(), ((Number) row[1]).intValue()};
    }
}
