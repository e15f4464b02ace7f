package nl.kring.crm.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.kring.crm.platform.jobs.Jobs;
import nl.kring.crm.registry.PersonTypedIn;

/** Queues the comparing of who typed himself or herself in: it takes the longer the more resemble, and nobody waits for it. */
@Dependent
class TypedInNews {

    @Inject
    private Jobs jobs;

    void queue(@Observes PersonTypedIn news) {
        jobs.submit(TypedInWork.KIND, news.person(), null, null);
    }
}
