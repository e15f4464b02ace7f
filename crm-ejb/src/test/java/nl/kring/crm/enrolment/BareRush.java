package nl.kring.crm.enrolment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The least that a decision about a seat can cost: one statement that writes the same rows as ours (enrolment, history, audit, outbox,
 * key) in the fastest safe design, insert-only with a sequence that gives each its turn.
 */
public final class BareRush implements AutoCloseable {

    /** For the owner of the schema, once. */
    public static final String SEQUENCE =
            "create sequence if not exists crm.rush_seq; grant all on crm.rush_seq to crm_app";

    /** Before each edition. */
    public static final String ANEW = "select setval('crm.rush_seq', 1, false)";

    private static final String BARE = """
            with turn as (select nextval('crm.rush_seq') as n, nextval('crm.entity_seq') as id),
            e as (insert into crm.enrolment (id, uuid, edition_id, person_id, state, waiting_place, price_cents, email, enrolled_at,
                                             confirmed_at, account_id)
                  select id, gen_random_uuid(), ?, ?, case when n <= ? then 'CONFIRMED' else 'WAITLISTED' end,
                         case when n > ? then n end, 12500, 'a@example.nl', now(), now(), ? from turn),
            v as (insert into crm.enrolment_event (enrolment_id, at, what, account_id) select id, now(), 'CONFIRMED', ? from turn),
            k as (insert into crm.enrolment_key (account_id, key, edition_id, person_id, enrolment_id, created_at)
                  select ?, ?, ?, ?, id, now() from turn),
            a as (insert into crm.audit_entry (at, account_id, action, subject_uuid, detail)
                  select now(), ?, 'enrolment.confirmed', gen_random_uuid(), 'edition person' from turn)
            insert into crm.message (id, uuid, organisation_id, person_id, kind, recipient, subject, body, calendar, calendar_method,
                                     message_id, state, attempts, next_attempt_at, created_at, answers_to_team)
            select nextval('crm.entity_seq'), gen_random_uuid(), 1, ?, 'enrolment-confirmed', 'a@example.nl', 'Bevestiging', ?, ?,
                   'REQUEST', '<' || gen_random_uuid() || '@kring>', 'PENDING', 0, now(), now(), true
              from turn""";

    /** A mail and its calendar, as long as real ones. */
    private static final String BODY = "x".repeat(700);

    private static final String CALENDAR = "x".repeat(1_300);

    private final PreparedStatement statement;
    private final int seats;

    public BareRush(Connection connection, int seats) throws SQLException {
        this.statement = connection.prepareStatement(BARE);
        this.seats = seats;
    }

    /** Gives the person a seat of the edition, or a place on the waiting list. */
    public void decide(long edition, long person) throws SQLException {
        int i = 0;
        statement.setLong(++i, edition);
        statement.setLong(++i, person);
        statement.setInt(++i, seats);
        statement.setInt(++i, seats);
        statement.setLong(++i, person);
        statement.setLong(++i, person);
        statement.setLong(++i, person);
        statement.setString(++i, UUID.randomUUID().toString());
        statement.setLong(++i, edition);
        statement.setLong(++i, person);
        statement.setLong(++i, person);
        statement.setLong(++i, person);
        statement.setString(++i, BODY);
        statement.setString(++i, CALENDAR);
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
