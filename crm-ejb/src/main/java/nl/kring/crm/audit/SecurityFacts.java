package nl.kring.crm.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.kring.crm.security.SecurityFact;

/** Writes down what was done to accounts, roles and keys, in the same transaction. */
@Dependent
class SecurityFacts {

    @Inject
    private AuditTrail audit;

    void write(@Observes SecurityFact fact) {
        audit.record(fact.action(), fact.subject(), fact.detail());
    }
}
