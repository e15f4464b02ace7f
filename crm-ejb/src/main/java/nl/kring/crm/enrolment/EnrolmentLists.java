package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.enrolment.draw.DrawWindow;
import nl.kring.crm.enrolment.draw.SeatDraw;
import nl.kring.crm.enrolment.price.PriceQuote;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;

/** Reads enrolments for the screens: one query a list, whatever its length. */
final class EnrolmentLists {

    private static final int LONGEST = 500;

    private final EntityManager em;
    private final Instant now;

    EnrolmentLists(EntityManager em, Clock clock) {
        this.em = em;
        this.now = clock.instant();
    }

    Optional<Edition> edition(UUID uuid) {
        return em.createQuery("select e from Edition e join fetch e.course where e.uuid = :uuid", Edition.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst();
    }

    Optional<Enrolment> enrolment(UUID uuid) {
        return em.createQuery("""
                        select e from Enrolment e
                          join fetch e.edition d join fetch d.course join fetch e.person left join fetch e.frozen.policy
                         where e.uuid = :uuid""", Enrolment.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst();
    }

    MyEnrolments of(Long personId) {
        List<EnrolmentLine> all = em.createQuery("""
                        select e.uuid, d.uuid, c.title, o.name, d.location, d.place, d.startsAt, d.endsAt, e.state,
                               case when e.waitingPlace is null then null else
                                 (select count(w) from Enrolment w
                                   where w.edition = e.edition and w.waitingPlace <= e.waitingPlace) end,
                               e, e.offerUntil, w, d.inCompany,
                               exists (select 1 from CourseQuestion q where q.courseId = c.id and q.retired = false)
                          from Enrolment e join fetch e.edition d join fetch d.course c
                          join Organisation o on o.id = c.organiserId
                          left join SeatDraw w on w.editionId = d.id
                          left join fetch e.frozen.policy
                         where e.person.id = :person
                         order by d.startsAt, e.id""", Object[].class)
                .setParameter("person", personId)
                .getResultStream()
                .map(row -> line(row, new WaitingReasons(em, now)))
                .toList();
        Map<Boolean, List<EnrolmentLine>> ahead = all.stream()
                .collect(Collectors.partitioningBy(
                        line -> line.endsAt().isAfter(now) && !line.state().isEnded()));
        Map<Boolean, List<EnrolmentLine>> sure = ahead.get(true).stream()
                .collect(Collectors.partitioningBy(line -> EnrolmentState.SURE.contains(line.state())));
        return new MyEnrolments(
                sure.get(true),
                sure.get(false),
                ahead.get(false).stream()
                        .sorted(Comparator.comparing(EnrolmentLine::startsAt).reversed())
                        .limit(LONGEST)
                        .toList());
    }

    /** Counted in one query; an organiser that is null stands for all of them. */
    CourseGlance glance(Long personId, Long organiserId) {
        Object[] counts = em.createQuery("""
                        select sum(case when d.endsAt > :now and e.state in :sure then 1 else 0 end),
                               sum(case when d.endsAt > :now and e.state in (WAITLISTED, OFFERED, REQUESTED) then 1 else 0 end),
                               sum(case when d.endsAt <= :now and e.state in :sure then 1 else 0 end)
                          from Enrolment e join e.edition d join d.course c
                         where e.person.id = :person and (:all = true or c.organiserId = :organiser)""", Object[].class)
                .setParameter("now", now)
                .setParameter("sure", EnrolmentState.SURE)
                .setParameter("person", personId)
                .setParameter("all", organiserId == null)
                .setParameter("organiser", organiserId)
                .getSingleResult();
        return new CourseGlance(number(counts[0]), number(counts[1]), number(counts[2]));
    }

    private static int number(Object sum) {
        return sum == null ? 0 : ((Number) sum).intValue();
    }

    private EnrolmentLine line(Object[] row, WaitingReasons reasons) {
        EnrolmentState state = (EnrolmentState) row[8];
        Instant startsAt = (Instant) row[6];
        Enrolment enrolment = (Enrolment) row[10];
        return new EnrolmentLine(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                startsAt,
                (Instant) row[7],
                state,
                row[9] == null ? null : ((Long) row[9]).intValue(),
                enrolment.getPriceCents(),
                CancellationPolicy.fee(enrolment, now),
                enrolment.terms().steps(enrolment.held(), now),
                enrolment.getFeeCents(),
                (Instant) row[11],
                reason(enrolment, (SeatDraw) row[12], reasons),
                window(enrolment, (SeatDraw) row[12]),
                !state.isEnded()
                        && now.isBefore(startsAt)
                        && ((Boolean) row[14] || enrolment.getPriceCents() > 0 && !(Boolean) row[13]));
    }

    private static WaitingReason reason(Enrolment enrolment, SeatDraw draw, WaitingReasons reasons) {
        if (enrolment.getState() == EnrolmentState.REQUESTED) {
            return draw == null || draw.isDrawn() ? null : WaitingReason.DRAW;
        }
        return enrolment.getState() == EnrolmentState.WAITLISTED ? reasons.of(enrolment.getUuid()) : null;
    }

    /** Of who takes, or took, part in the draw. */
    private static DrawWindow window(Enrolment enrolment, SeatDraw draw) {
        return draw != null && draw.takesPart(enrolment.getEnrolledAt()) && !enrolment.isExtra() ? draw.window() : null;
    }

    ParticipantList participants(Edition edition) {
        return new ParticipantList(
                edition.getUuid(),
                edition.getCourse().getTitle(),
                edition.getStartsAt(),
                em.find(SeatCount.class, edition.getId()).getCapacity(),
                now.isBefore(edition.getStartsAt()),
                participants(edition, EnrolmentState.SURE, "p.sortName, p.id"),
                participants(edition, Set.of(EnrolmentState.OFFERED), "e.offerUntil, e.id"),
                participants(edition, Set.of(EnrolmentState.WAITLISTED), "e.waitingPlace"),
                participants(
                        edition,
                        Set.of(EnrolmentState.REQUESTED),
                        Drawing.ahead(em, edition.getId()).isPresent() ? "p.sortName, p.id" : "e.id"));
    }

    private List<Participant> participants(Edition edition, Set<EnrolmentState> states, String order) {
        List<Object[]> rows = em.createQuery("""
                        select e.uuid, p.uuid, p.displayName, p.profession, p.workplace, e.email, e.enrolledAt, e,
                               e.state, e.offerUntil, e.extra,
                               exists (select 1 from Enrolment o, Session t, Session s
                                        where o.person = e.person and o.edition <> e.edition
                                          and o.state in (CONFIRMED, OFFERED)
                                          and t.edition = o.edition and s.edition = e.edition
                                          and t.startsAt < s.endsAt and t.endsAt > s.startsAt)
                          from Enrolment e join e.person p left join fetch e.frozen.policy
                         where e.edition = :edition and e.state in :states
                         order by\s""" + order, Object[].class)
                .setParameter("edition", edition)
                .setParameter("states", states)
                .getResultList();
        Map<UUID, WaitingReason> reasons = states.contains(EnrolmentState.WAITLISTED) && !rows.isEmpty()
                ? new WaitingReasons(em, now).of(edition)
                : Map.of();
        boolean draw = states.contains(EnrolmentState.REQUESTED)
                && Drawing.ahead(em, edition.getId()).isPresent();
        return IntStream.range(0, rows.size())
                .mapToObj(i ->
                        participant(rows.get(i), i + 1, draw ? WaitingReason.DRAW : reasons.get((UUID) rows.get(i)[0])))
                .toList();
    }

    private Participant participant(Object[] row, int rank, WaitingReason reason) {
        EnrolmentState state = (EnrolmentState) row[8];
        return new Participant(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (Profession) row[3],
                (String) row[4],
                state,
                state == EnrolmentState.WAITLISTED ? rank : null,
                (String) row[5],
                (Instant) row[6],
                CancellationPolicy.fee((Enrolment) row[7], now),
                (Boolean) row[11],
                (Instant) row[9],
                (Boolean) row[10],
                reason);
    }

    EnrolmentOffer offer(Edition edition, EditionFacts facts, Person person, Addressee addressee, PriceQuote price) {
        SeatCount seats = em.find(SeatCount.class, edition.getId());
        Object[] found = em.createQuery("""
                        select sum(case when e.state = WAITLISTED then 1 else 0 end),
                               max(case when e.person = :person then cast(e.uuid as string) else null end)
                          from Enrolment e
                         where e.edition = :edition and e.state not in (CANCELLED, REPLACED)""", Object[].class)
                .setParameter("edition", edition)
                .setParameter("person", person)
                .getSingleResult();
        UUID existing = found[1] == null ? null : UUID.fromString((String) found[1]);
        SeatTerms terms = em.find(SeatTerms.class, edition.getId());
        DrawWindow draw =
                Drawing.ahead(em, edition.getId()).map(SeatDraw::window).orElse(null);
        String refusal = EnrolmentPolicy.refusal(EnrolmentPolicy.Request.of(
                        edition, person.getProfession(), false, existing != null, seats.isFull(), now))
                .map(EnrolmentRefused::code)
                .orElse(draw != null && now.isBefore(draw.opensAt()) ? new EnrolmentRefused.NotOpenYet().code() : null);
        return new EnrolmentOffer(
                edition.getUuid(),
                facts.title(),
                edition.getCourse().getSummary(),
                facts.organiser(),
                facts.where(),
                facts.meetings(),
                price,
                seats.isFull(),
                found[0] == null ? 0 : ((Number) found[0]).intValue(),
                person.getDisplayName(),
                person.getProfession(),
                person.getWorkplace(),
                addressee.email(),
                refusal,
                existing,
                overlaps(edition, person),
                new WaitingReasons(em, now).ofNewcomer(edition, person),
                draw,
                terms != null && terms.isApproval(),
                terms != null && terms.isPrerequisites() ? NeededNumbers.prerequisites(em, edition) : null,
                CourseQuestions.asked(em, edition.getCourse().getId()).stream()
                        .map(CourseQuestion::asQuestion)
                        .toList(),
                NeededNumbers.missing(em, edition, person),
                edition.isInCompany(),
                Payers.employers(em, person.getId(), AmsterdamTime.toLocal(now).toLocalDate()));
    }

    /** What somebody would miss: other courses with, or waiting for, a seat during a session of this one. */
    private List<EnrolmentOffer.Overlap> overlaps(Edition edition, Person person) {
        return em.createQuery("""
                        select distinct new nl.kring.crm.enrolment.EnrolmentOffer$Overlap(c.title, t.startsAt, t.endsAt)
                          from Enrolment o join o.edition d join d.course c, Session t, Session s
                         where o.person = :person and d <> :edition
                           and o.state not in (CANCELLED, REPLACED)
                           and t.edition = d and s.edition = :edition
                           and t.startsAt < s.endsAt and t.endsAt > s.startsAt
                         order by t.startsAt""", EnrolmentOffer.Overlap.class)
                .setParameter("person", person)
                .setParameter("edition", edition)
                .getResultList();
    }
}
