package nl.kring.crm.whole;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Between a browser and the product, and can be pulled out: nobody answers at its address until it is put in again. */
final class Cable implements AutoCloseable {

    private final URI product = URI.create(Surroundings.address());
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        return thread;
    });
    private final int port;
    private ServerSocket door;

    Cable() throws IOException {
        door = open(0);
        port = door.getLocalPort();
        listen(door);
    }

    /** Where the product is found as long as the cable is in. */
    String address(String path) {
        return product.getScheme() + "://" + product.getHost() + ":" + port + path;
    }

    void pull() throws IOException {
        door.close();
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    void putIn() throws IOException {
        door = open(port);
        listen(door);
    }

    @Override
    public void close() throws IOException {
        pull();
        threads.shutdownNow();
    }

    private ServerSocket open(int at) throws IOException {
        ServerSocket made = new ServerSocket();
        made.setReuseAddress(true);
        made.bind(new InetSocketAddress(InetAddress.getByName(product.getHost()), at));
        return made;
    }

    private void listen(ServerSocket at) {
        threads.submit(() -> {
            while (true) {
                Socket browser = at.accept();
                Socket server = new Socket(product.getHost(), product.getPort());
                ends.add(browser);
                ends.add(server);
                threads.submit(() -> pass(browser, server));
                threads.submit(() -> pass(server, browser));
            }
        });
    }

    private Void pass(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream said = from.getInputStream()) {
            said.transferTo(to.getOutputStream());
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
        return null;
    }
}
