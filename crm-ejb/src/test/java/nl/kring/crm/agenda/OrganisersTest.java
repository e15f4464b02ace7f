package nl.kring.crm.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OrganisersTest {

    private static AgendaDatabase database;
    private static List<Organisation> participants;
    private static Organisation noord;
    private static Organisation zuid;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.inTransaction(em -> AgendaDatabase.organiser(em, "NOORD"));
        zuid = database.inTransaction(em -> AgendaDatabase.organiser(em, "ZUID"));
        participants = List.of(noord, zuid);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void staff_plan_for_their_own_organisation() {
        assertThat(staffOf(noord).chosen(null, false)).isEqualTo(noord);
        assertThat(staffOf(noord).chosen("noord", false)).isEqualTo(noord);
        assertThatThrownBy(() -> staffOf(noord).chosen("ZUID", false)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> staffOf(noord).chosen("ONBEKEND", false)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_administrator_names_the_organisation() {
        assertThat(administrator().chosen("ZUID", true)).isEqualTo(zuid);
        assertThatThrownBy(() -> administrator().chosen(null, true)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_draft_of_another_organisation_does_not_exist_for_the_caller() {
        Edition draft = edition(zuid);

        assertThatThrownBy(() -> staffOf(noord).mustSee(draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> staffOf(noord).mustOwn(draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> visitor().mustSee(draft)).isInstanceOf(NotFoundException.class);
        assertThatCode(() -> staffOf(zuid).mustOwn(draft)).doesNotThrowAnyException();
        assertThatCode(() -> administrator().mustOwn(draft)).doesNotThrowAnyException();
    }

    @Test
    void what_was_published_is_seen_by_everybody_and_changed_by_its_organiser() {
        Edition published = edition(zuid);
        published.become(EditionState.OPEN, AgendaDatabase.NOW);
        Edition cancelled = edition(zuid);
        cancelled.become(EditionState.PUBLISHED, AgendaDatabase.NOW);
        cancelled.become(EditionState.CANCELLED, AgendaDatabase.NOW);

        assertThatCode(() -> visitor().mustSee(published)).doesNotThrowAnyException();
        assertThatCode(() -> visitor().mustSee(cancelled)).doesNotThrowAnyException();
        assertThatThrownBy(() -> visitor().mustOwn(published)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> staffOf(noord).mustOwn(published)).isInstanceOf(NotAllowedException.class);
        assertThatCode(() -> staffOf(zuid).mustOwn(published)).doesNotThrowAnyException();
    }

    @Test
    void a_draft_that_was_cancelled_stays_hidden() {
        Edition cancelled = edition(zuid);
        cancelled.become(EditionState.CANCELLED, AgendaDatabase.NOW);

        assertThatThrownBy(() -> visitor().mustSee(cancelled)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void staff_manage_their_own_editions_and_the_administrator_all() {
        assertThat(staffOf(noord).managed()).isEqualTo(noord.getId());
        assertThat(administrator().managed()).isNull();
        assertThatThrownBy(() -> visitor().managed()).isInstanceOf(NotAllowedException.class);
    }

    private static Edition edition(Organisation organiser) {
        Course course =
                new Course(organiser.getId(), "Cursus", null, CourseKind.TRAINING, Set.of(), AgendaDatabase.NOW);
        return new Edition(course, AgendaDatabase.NOW, AgendaDatabase.NOW.plusSeconds(60), AgendaDatabase.NOW);
    }

    private static Organisers staffOf(Organisation organisation) {
        return as(organisation.getId(), EnumSet.of(Role.STAFF));
    }

    private static Organisers administrator() {
        return as(null, EnumSet.of(Role.PLATFORM_ADMIN));
    }

    private static Organisers visitor() {
        return new Organisers(caller(null), known());
    }

    private static Organisers as(Long organisation, Set<Role> roles) {
        return new Organisers(
                caller(new Identity(1L, UUID.randomUUID(), "a@example.nl", "A", "nl", null, organisation, roles)),
                known());
    }

    private static CurrentUser caller(Identity identity) {
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.ofNullable(identity);
            }
        };
    }

    private static Organisations known() {
        return new Organisations() {
            @Override
            public Optional<Organisation> byCode(String code) {
                return participants.stream()
                        .filter(o -> o.getCode().equalsIgnoreCase(code))
                        .findFirst();
            }

            @Override
            public Organisation get(Long id) {
                return participants.stream()
                        .filter(o -> o.getId().equals(id))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
            }
        };
    }
}
