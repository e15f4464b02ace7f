package nl.kring.crm.platform;

import java.io.IOException;
import java.util.List;

/** A list that leaves as a file, row by row as the rows come. What was written is whole only after {@link #close}. */
public interface RowFile extends AutoCloseable {

    /** Writes one row; null cells stay empty. */
    void row(List<String> cells) throws IOException;

    @Override
    void close() throws IOException;
}
