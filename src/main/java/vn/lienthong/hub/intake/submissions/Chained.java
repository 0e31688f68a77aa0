package vn.lienthong.hub.intake.submissions;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One iterator after another; the second is made only when the first has ended. */
final class Chained<T> implements Iterator<T>, Closeable {

    private final Iterator<T> head;
    private final Supplier<? extends Iterator<T>> rest;
    private @Nullable Iterator<T> tail;

    Chained(Iterator<T> head, Supplier<? extends Iterator<T>> rest) {
        this.head = head;
        this.rest = rest;
    }

    @Override
    public boolean hasNext() {
        return head.hasNext() || tail().hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return head.hasNext() ? head.next() : tail().next();
    }

    @Override
    public void close() throws IOException {
        if (tail instanceof Closeable closeable) {
            closeable.close();
        }
    }

    private Iterator<T> tail() {
        Iterator<T> started = tail;
        if (started == null) {
            started = rest.get();
            tail = started;
        }
        return started;
    }
}
