package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What happened before the first day of the demo: a practice and its people, evenings that were held, lists of an older program. */
@Dependent
class DemoYear {

    @Inject
    private DemoTeam team;

    @Inject
    private DemoPeople people;

    @Inject
    private DemoEvenings evenings;

    @Inject
    private DemoPast past;

    void tell() {
        team.employ();
        people.come();
        evenings.hold();
        past.bringIn();
    }
}
