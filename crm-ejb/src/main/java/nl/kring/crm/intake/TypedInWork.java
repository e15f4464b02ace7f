package nl.kring.crm.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.platform.jobs.JobWork;

/** Looks afterwards whether somebody who typed himself or herself in was known. For the job runner; again is the same. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TypedInWork implements JobWork {

    static final String KIND = "typed-in";

    @Inject
    private Lookalikes lookalikes;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(UUID subject, JobProgress progress) {
        lookalikes.compare(subject);
    }
}
