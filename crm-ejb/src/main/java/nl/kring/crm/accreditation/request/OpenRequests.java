package nl.kring.crm.accreditation.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What an organisation has to do about accreditation: its own courses, and those that it is asked to accredit in-house. */
@Stateless
public class OpenRequests {

    private static final int MOST = 200;

    private static final String LINES = """
            select r.scheme_code, s.name, c.title, o.code as organiser, e.uuid as edition, e.starts_at,
                   case when r.state = 'GRANTED' then 'EXPIRING'
                        when r.state = 'DRAFT' then 'TO_SEND'
                        when r.holder_id = :own then 'TO_DECIDE'
                        else 'WAITING' end as what,
                   cast(case r.state when 'DRAFT' then (e.starts_at at time zone 'Europe/Amsterdam')::date - r.lead_days
                                     when 'REQUESTED' then r.requested_on else r.valid_to end as text) as day
              from crm.accreditation_request r
              join crm.course c on c.id = r.course_id
              join crm.scheme s on s.code = r.scheme_code
              join crm.organisation o on o.id = c.organiser_id
              join lateral (select d.uuid, d.starts_at from crm.edition d
                             where d.course_id = c.id and d.state <> 'CANCELLED'
                               and (r.state <> 'GRANTED'
                                    or d.starts_at > :now and (d.starts_at at time zone 'Europe/Amsterdam')::date > r.valid_to)
                             order by d.starts_at < :now, abs(extract(epoch from d.starts_at - cast(:now as timestamptz))) limit 1) as e on true
             where (c.organiser_id = :own
                    or exists (select 1 from crm.course_co_organiser x where x.course_id = c.id and x.organisation_id = :own)
                    or r.holder_id = :own and r.state = 'REQUESTED')
               and (r.state in ('DRAFT', 'REQUESTED')
                    or r.state = 'GRANTED' and not exists (
                         select 1 from crm.accreditation_request n
                          where n.course_id = r.course_id and n.scheme_code = r.scheme_code and n.id > r.id))
             order by day, c.title, s.position limit :most""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /** What is to be done, and about what. */
    public enum What {
        TO_SEND,
        WAITING,
        TO_DECIDE,
        /** An edition still to be held is after the last day that was granted. */
        EXPIRING
    }

    /**
     * One of them.
     *
     * @param day by when to send it, since when it waits, or until when it holds
     * @param late whether it should have been sent already
     */
    public record Line(
            String scheme,
            String schemeName,
            String title,
            String organiser,
            UUID edition,
            Instant startsAt,
            What what,
            LocalDate day,
            boolean late)
            implements Serializable {}

    /** All of it, the first due first, two hundred at most. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Line> list() {
        LocalDate today = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
        return RequestTable.rows(em.createNativeQuery(LINES, Tuple.class)
                        .setParameter("own", currentUser.requireOrganisation())
                        .setParameter("now", clock.instant())
                        .setParameter("most", MOST))
                .stream()
                .map(row -> line(row, today))
                .toList();
    }

    private static Line line(Tuple row, LocalDate today) {
        What what = What.valueOf(row.get("what", String.class));
        LocalDate day = RequestTable.day(row, "day");
        return new Line(
                row.get("scheme_code", String.class),
                row.get("name", String.class),
                row.get("title", String.class),
                row.get("organiser", String.class),
                row.get("edition", UUID.class),
                row.get("starts_at", Instant.class),
                what,
                day,
                what == What.TO_SEND && day.isBefore(today));
    }
}
