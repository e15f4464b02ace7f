package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.enrolment.price.Prices;
import nl.kring.crm.registry.Person;

/** What a practice enrols somebody with, written before the seats are locked, and how he or she hears of it. */
@Dependent
class TeamEnrolment {

    /** Still without a seat. */
    record Prepared(Enrolment wanted, EditionFacts facts, Addressee addressee, EnrolmentMails.Prepared mail) {}

    @Inject
    private Clock clock;

    @Inject
    private TeamAccess access;

    @Inject
    private EnrolmentMails mails;

    @Inject
    private Prices prices;

    /** @param shownCents the price that was shown, or null */
    Prepared prepare(Edition edition, Person person, Integer shownCents) {
        EditionFacts facts = mails.factsOf(edition);
        Addressee addressee = mails.addresseeOf(person.getId());
        Enrolment wanted = new Enrolment(edition, person, addressee.email(), access.account(), clock.instant());
        wanted.freeze(prices.freeze(edition, person, new PriceWish(null, shownCents)));
        access.bill(wanted);
        return new Prepared(wanted, facts, addressee, mails.prepare(wanted, facts, addressee));
    }

    void tell(Prepared prepared, Enrolment made, Integer position) {
        mails.enrolled(made, prepared.facts(), prepared.addressee(), position, prepared.mail());
    }

    /** Tells who wait, and have or are offered a seat now. */
    void tellPromoted(Edition edition, List<Enrolment> promoted) {
        mails.promoted(edition, promoted);
    }
}
