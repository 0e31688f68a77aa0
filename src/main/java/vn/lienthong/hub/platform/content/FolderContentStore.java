package vn.lienthong.hub.platform.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.infra.HubHome;
import vn.lienthong.trust.MasterKey;

/** Keeps contents as files, {@code content/ab/cd/<sha256>}; nodes share the folder. */
class FolderContentStore extends ContentStore {

    private final Path root;

    FolderContentStore(HubHome home, NodeName node, MasterKey master) {
        super(home, node, master);
        this.root = home.data().resolve(FOLDER);
    }

    @Override
    public boolean holds(String sha256) {
        return Files.exists(place(sha256));
    }

    @Override
    String where() {
        return "folder";
    }

    @Override
    InputStream sealed(String sha256) throws IOException {
        return new BufferedInputStream(Files.newInputStream(place(sha256)), 1 << 16);
    }

    @Override
    void keep(Path file, ContentRef ref) throws IOException {
        Path place = place(ref.sha256());
        Path folder =
                root.resolve(ref.sha256().substring(0, 2)).resolve(ref.sha256().substring(2, 4));
        boolean fresh = Files.notExists(folder);
        Files.createDirectories(folder);
        if (Files.notExists(place)) {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        }
        force(folder);
        if (fresh) {
            force(root.resolve(ref.sha256().substring(0, 2)));
            force(root);
        }
    }

    private Path place(String sha256) {
        return root.resolve(named(sha256));
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
