package nl.kring.crm.registry.affiliation;

import static nl.kring.crm.registry.affiliation.RegionFixture.FEA;
import static nl.kring.crm.registry.affiliation.RegionFixture.GP_GROUP;
import static nl.kring.crm.registry.affiliation.RegionFixture.LHV;
import static nl.kring.crm.registry.affiliation.RegionFixture.POST;
import static nl.kring.crm.registry.affiliation.RegionFixture.PRACTICE;
import static nl.kring.crm.registry.affiliation.RegionFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private RegionFixture region;

    @BeforeEach
    void a_practice_in_a_gp_group_with_one_owner_who_is_a_member_of_the_care_group() throws Exception {
        region = new RegionFixture();
        UUID anna = region.uuid(region.person("Anna"));
        member(null, PRACTICE, GP_GROUP);
        member(anna, null, FEA);
        region.affiliations(a -> a.begin(
                NewAffiliation.of(anna, region.uuid(PRACTICE), AffiliationRole.PRACTICE_OWNER, TODAY.minusYears(9))));
    }

    @Test
    void what_the_practice_and_its_gps_belong_to_is_proposed_to_who_comes() {
        List<Joinable> joinable = arrivals(a -> a.joinable(region.uuid(PRACTICE), TODAY));

        assertThat(joinable)
                .filteredOn(Joinable::proposed)
                .extracting(Joinable::name)
                .containsExactlyInAnyOrder("HAGRO Oost", "Federatie");
        assertThat(joinable).extracting(Joinable::name).contains("Post Almelo", "Kring", "Onderneming");
    }

    @Test
    void somebody_new_comes_with_practice_group_post_and_memberships_in_one_act() {
        UUID person = person(arrivals(a -> a.apply(arrival(null, typed(), List.of(GP_GROUP, POST, FEA), null))));

        assertThat(work(person)).containsExactly("De Eik SALARIED_GP", "Post Almelo DUTY_GP");
        assertThat(memberships(person)).containsExactlyInAnyOrder("HAGRO Oost", "Federatie");
    }

    @Test
    void one_undo_takes_all_of_it_back_and_leaves_the_person() {
        Change change = arrivals(a -> a.apply(arrival(null, typed(), List.of(GP_GROUP, POST), null)));
        UUID person = region.undo(change);

        assertThat(work(person)).isEmpty();
        assertThat(memberships(person)).isEmpty();
    }

    @Test
    void what_somebody_belongs_to_already_goes_on_as_it_is() {
        UUID bert = region.uuid(region.person("Bert"));
        member(bert, null, LHV);
        arrivals(a -> a.apply(arrival(bert, null, List.of(LHV, FEA), null)));

        assertThat(memberships(bert)).containsExactlyInAnyOrder("Kring", "Federatie");
    }

    @Test
    void an_arrival_is_of_one_person_and_accounts_are_not_for_staff_to_make() {
        assertThatThrownBy(() -> arrivals(a -> a.apply(arrival(null, null, List.of(), null))))
                .isInstanceOf(InvalidInputException.class);
        int before = RegionFixture.rows("select id from crm.person").size();
        assertThatThrownBy(() -> arrivals(a -> a.apply(arrival(
                        null,
                        typed(),
                        List.of(),
                        new Arrival.NewAccount("bert@example.nl", "lang genoeg voor een wachtwoord")))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(RegionFixture.rows("select id from crm.person")).hasSize(before);
    }

    private static NewPerson typed() {
        return new NewPerson(null)
                .with(PersonField.BIRTH_NAME, "Nieuweling", null)
                .with(PersonField.INITIALS, "B.")
                .with(PersonField.PROFESSION, "GP");
    }

    private Arrival arrival(UUID person, NewPerson typed, List<Long> joins, Arrival.NewAccount account) {
        return new Arrival(
                person,
                typed,
                TODAY,
                region.uuid(PRACTICE),
                AffiliationRole.SALARIED_GP,
                new BigDecimal("0.80"),
                null,
                joins.stream().map(region::uuid).toList(),
                account);
    }

    private UUID person(Change change) {
        return region.affiliations(a -> a.get(change.begun().get(0))).person();
    }

    private <T> T arrivals(Function<Arrivals, T> work) {
        return region.with(Arrivals::new, work);
    }

    private List<String> work(UUID person) {
        return region.affiliations(a -> a.ofPerson(person, TODAY)).stream()
                .map(line -> line.organisationName() + " " + line.role())
                .toList();
    }

    private List<String> memberships(UUID person) {
        return region.memberships(m -> m.ofPerson(person, TODAY)).stream()
                .map(MembershipLine::organisationName)
                .toList();
    }

    private void member(UUID person, Long holder, long organisation) {
        region.memberships(m -> m.begin(new NewMembership(
                person,
                holder == null ? null : region.uuid(holder),
                region.uuid(organisation),
                MembershipKind.MEMBER,
                null,
                TODAY.minusYears(2),
                null)));
    }
}
