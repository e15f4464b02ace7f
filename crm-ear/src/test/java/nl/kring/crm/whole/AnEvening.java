package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.database.CrmDatabase;

/** A course of FEA with people who have a seat, that is being held, or was: no clock of the product is turned for it. */
final class AnEvening {

    private AnEvening() {}

    /** Begins and ends so many minutes from now; each of these people has a seat that costs something. */
    static String of(String title, List<String> people, int starts, int ends) throws SQLException {
        String edition = Api.course(title, 30, people.size() + 5);
        run("update crm.edition set price_cents = 5000 where uuid = '" + edition + "'");
        run("""
            insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
            select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 'RGS-HA', 2 from crm.edition where uuid = '%s'
            """.formatted(edition));
        for (String person : people) {
            Api.Answer seat = Api.as("fea-staff")
                    .post(
                            "/editions/" + edition + "/enrolments",
                            Json.createObjectBuilder().add("person", person).build(),
                            UUID.randomUUID().toString());
            assertThat(seat.status()).as(seat.text()).isEqualTo(201);
        }
        held(edition, starts, ends);
        return edition;
    }

    /** Granted for doctors, and announced there for the day that it is held on: attendance can be brought to the register. */
    static void announced(String edition) throws SQLException {
        run(announcing(edition));
    }

    static String announcing(String edition) {
        return """
            insert into crm.accreditation_request (id, uuid, course_id, scheme_code, state, course_type, course_number, valid_from,
                   valid_to, lead_days, attendance_days, requested_on, decided_on, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 'RGS-HA', 'GRANTED', 'WHOLE', '94710',
                   current_date - 100, current_date + 200, 56, 14, current_date - 100, current_date - 90, now()
              from crm.edition where uuid = '%1$s';
            insert into crm.accreditation_announcement (edition_id, scheme_code, held_on, announced_at)
            select id, 'RGS-HA', (starts_at at time zone 'Europe/Amsterdam')::date, now() from crm.edition where uuid = '%1$s'
            """.formatted(edition);
    }

    private static void held(String edition, int starts, int ends) throws SQLException {
        run(holding(edition, starts, ends));
    }

    static String holding(String edition, int starts, int ends) {
        return """
            update crm.session set starts_at = now() + interval '%1$d minutes', ends_at = now() + interval '%2$d minutes'
             where edition_id = (select id from crm.edition where uuid = '%3$s');
            update crm.edition set starts_at = now() + interval '%1$d minutes', ends_at = now() + interval '%2$d minutes'
             where uuid = '%3$s';
            update crm.accreditation_announcement a
               set held_on = (e.starts_at at time zone 'Europe/Amsterdam')::date
              from crm.edition e where e.id = a.edition_id and e.uuid = '%3$s'""".formatted(starts, ends, edition);
    }

    /** Hours have passed. */
    static void isOver(String edition) throws SQLException {
        held(edition, -125, -2);
    }

    static String session(String edition) throws SQLException {
        return texts(
                        "select cast(s.uuid as text) from crm.session s join crm.edition e on e.id = s.edition_id where e.uuid = '"
                                + edition + "'")
                .get(0);
    }

    /** By name, as the list at the door has them. */
    static List<String> enrolments(String edition) throws SQLException {
        return texts("""
                select cast(n.uuid as text) from crm.enrolment n join crm.edition e on e.id = n.edition_id
                  join crm.person p on p.id = n.person_id where e.uuid = '%s' order by p.sort_name, n.id""".formatted(edition));
    }

    static void run(String sql) throws SQLException {
        run(Surroundings.database(), sql);
    }

    /** In a product that runs elsewhere. */
    static void run(CrmDatabase database, String sql) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> texts(String sql) throws SQLException {
        return texts(Surroundings.database(), sql);
    }

    static List<String> texts(CrmDatabase database, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
