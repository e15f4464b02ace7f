package nl.kring.crm.whole;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Empties the database before the EAR of a test class is deployed, so that each class starts as on a first day. */
class FreshDatabase implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Surroundings.database().empty();
        Surroundings.mail().purgeEmailFromAllMailboxes();
    }
}
