package nl.kring.crm.registry.affiliation;

import static nl.kring.crm.registry.affiliation.RegionFixture.FEA;
import static nl.kring.crm.registry.affiliation.RegionFixture.GP_GROUP;
import static nl.kring.crm.registry.affiliation.RegionFixture.LHV;
import static nl.kring.crm.registry.affiliation.RegionFixture.PRACTICE;
import static nl.kring.crm.registry.affiliation.RegionFixture.THOON;
import static nl.kring.crm.registry.affiliation.RegionFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.registry.Stewardship;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembershipsTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

    private RegionFixture region;
    private long anna;

    @BeforeEach
    void a_region() throws Exception {
        region = new RegionFixture();
        anna = region.person("Anna");
    }

    @Test
    void a_person_a_practice_and_a_legal_entity_can_be_members() {
        byPerson(LHV, MembershipKind.MEMBER, NEW_YEAR);
        byOrganisation(PRACTICE, GP_GROUP, MembershipKind.MEMBER);
        byOrganisation(GP_GROUP, FEA, MembershipKind.CONTRACT);

        assertThat(ofAnna(TODAY)).extracting(MembershipLine::organisationName).containsExactly("Kring");
        List<MembershipLine> group = region.memberships(m -> m.ofOrganisation(region.uuid(GP_GROUP), TODAY, null, 50))
                .items();
        assertThat(group).extracting(MembershipLine::holderName).containsExactly("De Eik");
        List<MembershipLine> held = region.memberships(m -> m.heldBy(region.uuid(GP_GROUP), TODAY));
        assertThat(held).extracting(MembershipLine::kind).containsExactly(MembershipKind.CONTRACT);
    }

    @Test
    void a_membership_has_one_holder_and_nobody_is_a_member_of_itself() {
        assertThatThrownBy(() -> begin(null, null, FEA, MembershipKind.MEMBER, TODAY))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> begin(anna, PRACTICE, FEA, MembershipKind.MEMBER, TODAY))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> byOrganisation(FEA, FEA, MembershipKind.MEMBER))
                .hasMessageContaining("membership-of-itself");
        assertThatThrownBy(() -> byPerson(FEA, null, TODAY)).hasMessageContaining("membership-kind");
    }

    @Test
    void the_same_membership_twice_is_refused_and_one_after_the_other_is_not() {
        region.worksFor(LHV);
        UUID first = byPerson(LHV, MembershipKind.MEMBER, NEW_YEAR);
        assertThatThrownBy(() -> byPerson(LHV, MembershipKind.MEMBER, TODAY)).isInstanceOf(OverlapException.class);

        region.memberships(m -> m.end(first, TODAY, null, version(first)));
        byPerson(LHV, MembershipKind.MEMBER, TODAY.plusDays(1));

        assertThat(ofAnna(null)).hasSize(2);
        assertThat(region.events()).containsExactly(new MembershipEnded(first, anna, null, LHV, TODAY));
    }

    @Test
    void an_aspirant_becomes_a_member_on_a_day_and_keeps_the_number() {
        region.worksFor(LHV);
        UUID aspirant = begin(anna, null, LHV, MembershipKind.ASPIRANT, NEW_YEAR);

        region.memberships(m -> m.changeFrom(aspirant, TODAY, MembershipKind.MEMBER, null, version(aspirant)));

        assertThat(ofAnna(TODAY.minusDays(1)))
                .extracting(MembershipLine::kind)
                .containsExactly(MembershipKind.ASPIRANT);
        assertThat(ofAnna(TODAY)).extracting(MembershipLine::kind).containsExactly(MembershipKind.MEMBER);
        assertThat(ofAnna(TODAY)).extracting(MembershipLine::number).containsExactly("L-7");
    }

    @Test
    void the_steward_is_the_participant_of_the_oldest_current_membership() {
        UUID oldest = byPerson(FEA, MembershipKind.MEMBER, NEW_YEAR);
        byPerson(THOON, MembershipKind.MEMBER, NEW_YEAR.plusDays(1));
        UUID lhv = byPerson(LHV, MembershipKind.MEMBER, NEW_YEAR.plusDays(2));
        region.worksFor(THOON);

        assertThatThrownBy(() -> region.memberships(m -> m.end(lhv, TODAY, null, version(lhv))))
                .isInstanceOf(ProposalNeededException.class);

        region.worksFor(FEA);
        region.memberships(m -> m.end(oldest, TODAY.minusDays(1), null, version(oldest)));
        region.worksFor(THOON);
        assertThat(region.<Stewardship, Boolean>with(Stewardship::new, s -> s.isMine(anna)))
                .isTrue();
        region.memberships(m -> m.end(lhv, TODAY, null, version(lhv)));
        assertThat(ofAnna(TODAY.plusDays(1)))
                .extracting(MembershipLine::organisationName)
                .containsExactly("Onderneming");
    }

    @Test
    void an_organisation_ends_its_own_members_and_a_third_one_does_not() {
        UUID practice = byOrganisation(PRACTICE, FEA, MembershipKind.MEMBER);
        region.worksFor(THOON);
        assertThatThrownBy(() -> region.memberships(m -> m.end(practice, TODAY, null, version(practice))))
                .isInstanceOf(ProposalNeededException.class);

        region.worksFor(FEA);
        region.memberships(m -> m.end(practice, TODAY, null, version(practice)));
    }

    @Test
    void a_wrong_beginning_is_corrected_and_the_correction_undone() {
        UUID member = byPerson(LHV, MembershipKind.MEMBER, NEW_YEAR);
        long looked = version(member);
        Change corrected = region.memberships(m -> m.correctPeriod(member, NEW_YEAR.minusYears(1), null, looked));
        assertThat(ofAnna(NEW_YEAR.minusDays(1))).hasSize(1);
        assertThatThrownBy(() -> region.memberships(m -> m.withdraw(member, looked)))
                .isInstanceOf(EditConflictException.class);

        region.undo(corrected);

        assertThat(ofAnna(NEW_YEAR.minusDays(1))).isEmpty();
        assertThat(ofAnna(NEW_YEAR)).hasSize(1);
    }

    @Test
    void a_membership_that_never_was_is_gone() {
        UUID member = byPerson(LHV, MembershipKind.MEMBER, NEW_YEAR);
        region.memberships(m -> m.withdraw(member, version(member)));
        assertThat(ofAnna(null)).isEmpty();
    }

    private UUID byPerson(long organisation, MembershipKind kind, LocalDate from) {
        return begin(anna, null, organisation, kind, from);
    }

    private UUID byOrganisation(long holder, long organisation, MembershipKind kind) {
        return begin(null, holder, organisation, kind, NEW_YEAR);
    }

    private UUID begin(Long person, Long holder, long organisation, MembershipKind kind, LocalDate from) {
        return region.memberships(m -> m.begin(new NewMembership(
                        person == null ? null : region.uuid(person),
                        holder == null ? null : region.uuid(holder),
                        region.uuid(organisation),
                        kind,
                        "L-7",
                        from,
                        null)))
                .begun()
                .get(0);
    }

    private long version(UUID membership) {
        return region.memberships(m -> m.get(membership)).version();
    }

    private List<MembershipLine> ofAnna(LocalDate day) {
        return region.memberships(m -> m.ofPerson(region.uuid(anna), day));
    }
}
