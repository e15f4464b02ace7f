package nl.kring.crm.enrolment.desk;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.registry.Profession;

/** The questions of guests in the database: found by their link, counted, and let go when their time is over. */
class GuestTable {

    /** Mails to one address, and questions from one place on the network, in that time. */
    static final int MOST_TO_ADDRESS = 3;

    static final int MOST_FROM_CALLER = 20;
    static final Duration WINDOW = Duration.ofHours(1);

    /** How long after its end an unconfirmed question is still known, so that its link can say that it is too late. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final EntityManager em;
    private final Instant now;

    GuestTable(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    Optional<GuestRequest> find(String token, LockModeType lock) {
        return em.createQuery("select r from GuestRequest r where r.tokenHash = :hash", GuestRequest.class)
                .setParameter("hash", Sha256.of(token == null ? "" : token))
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** Who asks the same at the same moment waits until the other is through. */
    void takeTurn(byte[] mark) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(:mark)")
                .setParameter("mark", GuestMarks.lock(mark))
                .getSingleResult();
    }

    boolean isTooOften(String column, byte[] mark, int most) {
        Number asked = (Number) em.createNativeQuery(
                        "select count(*) from crm.guest_request where " + column + " = :mark and asked_at > :since")
                .setParameter("mark", mark)
                .setParameter("since", now.minus(WINDOW))
                .getSingleResult();
        return asked.intValue() >= most;
    }

    /** The enrolment that the same guest came to before and still has; of a name and an address at one edition. */
    Optional<Object[]> earlier(byte[] guest) {
        return em.createQuery("""
                        select e.id, e.uuid from GuestRequest r, Enrolment e
                         where r.sameAs = :guest and e.id = r.enrolmentId
                           and e.state not in (nl.kring.crm.enrolment.EnrolmentState.CANCELLED, nl.kring.crm.enrolment.EnrolmentState.REPLACED)
                         order by r.id""", Object[].class)
                .setParameter("guest", guest)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Long enrolmentId(UUID enrolment) {
        return em.createQuery("select e.id from Enrolment e where e.uuid = :uuid", Long.class)
                .setParameter("uuid", enrolment)
                .getSingleResult();
    }

    UUID enrolmentUuid(Long enrolment) {
        return em.createQuery("select e.uuid from Enrolment e where e.id = :id", UUID.class)
                .setParameter("id", enrolment)
                .getSingleResult();
    }

    /** The edition, as the pages tell of it: uuid, title, organiser's number and name, start, end, place. */
    Object[] edition(Long editionId) {
        List<Object[]> rows = em.createQuery("""
                        select d.uuid, c.title, o.id, o.name, d.startsAt, d.endsAt, d.location, d.place
                          from Edition d join d.course c join Organisation o on o.id = c.organiserId
                         where d.id = :edition""", Object[].class)
                .setParameter("edition", editionId)
                .getResultList();
        return rows.get(0);
    }

    /** Keeps what was answered to what the course asks now; of anything else nothing. */
    void keep(GuestRequest request, Map<UUID, String> answers) {
        answers.forEach((question, answer) -> em.createNativeQuery("""
                        insert into crm.guest_answer (request_id, question_id, answer)
                        select :request, q.id, :answer
                          from crm.course_question q join crm.edition e on e.course_id = q.course_id
                         where e.id = :edition and q.uuid = :question and not q.retired""")
                .setParameter("request", request.getId())
                .setParameter("edition", request.getEditionId())
                .setParameter("question", question)
                .setParameter("answer", answer)
                .executeUpdate());
    }

    @SuppressWarnings("unchecked")
    Map<UUID, String> answers(GuestRequest request) {
        Map<UUID, String> found = new HashMap<>();
        ((List<Object[]>) em.createNativeQuery("""
                        select q.uuid, a.answer from crm.guest_answer a join crm.course_question q on q.id = a.question_id
                         where a.request_id = :request""")
                        .setParameter("request", request.getId())
                        .getResultList())
                .forEach(row -> found.put((UUID) row[0], (String) row[1]));
        return found;
    }

    /** Keeps the numbers in the registers of that profession that count the points of the course; of any other nothing. */
    void keepNumbers(GuestRequest request, Profession profession, Map<String, String> numbers) {
        numbers.forEach((register, number) -> em.createNativeQuery("""
                        insert into crm.guest_number (request_id, scheme_code, number)
                        select :request, a.scheme_code, :number
                          from crm.accreditation a join crm.edition e on e.course_id = a.course_id
                          join crm.scheme s on s.code = a.scheme_code and s.person_identifier <> 'BIG'
                          join crm.scheme_profession p on p.scheme_code = s.code and p.profession = :profession
                         where e.id = :edition and a.scheme_code = :register""")
                .setParameter("request", request.getId())
                .setParameter("edition", request.getEditionId())
                .setParameter("profession", profession.name())
                .setParameter("register", register)
                .setParameter("number", number.replaceAll("\\s", ""))
                .executeUpdate());
    }

    @SuppressWarnings("unchecked")
    Map<String, String> numbers(GuestRequest request) {
        Map<String, String> found = new HashMap<>();
        ((List<Object[]>) em.createNativeQuery(
                                "select scheme_code, number from crm.guest_number where request_id = :request")
                        .setParameter("request", request.getId())
                        .getResultList())
                .forEach(row -> found.put((String) row[0], (String) row[1]));
        return found;
    }

    /** What was answered stands with the enrolment now, and the numbers in the register. */
    void letGoOfAnswers(GuestRequest request) {
        for (String kept : List.of("crm.guest_answer", "crm.guest_number")) {
            em.createNativeQuery("delete from " + kept + " where request_id = :request")
                    .setParameter("request", request.getId())
                    .executeUpdate();
        }
    }

    /** Lets go of what nobody confirmed in time. */
    void letGo() {
        em.createNativeQuery("delete from crm.guest_request where confirmed_at is null and expires_at < :before")
                .setParameter("before", now.minus(KEPT))
                .executeUpdate();
    }
}
