"""Work beside the window: one worker thread computes, the window's thread receives and commits.

Results come home through one long-lived object with a queued slot; a cancelled job leaves no trace.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor


class Job:
    """A piece of work under way. After `cancel` neither `done` nor `failed` is called."""

    def __init__(self, done: Callable[[Any], None], failed: Callable[[BaseException], None]) -> None:
        self.done, self.failed = done, failed
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class Jobs(QObject):
    """The worker. `busy_changed` tells whether anything is under way."""

    busy_changed = Signal(bool)
    _arrived = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._stopped = False
        self._waiting = 0
        self._arrived.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    @property
    def stopped(self) -> bool:
        """Whether nothing is started any more: whoever lends something to a job asks first."""
        return self._stopped

    @property
    def busy(self) -> bool:
        return self._waiting > 0

    def start(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> Job:
        """Run `work` in the worker; `done(result)` or `failed(error)` is called on this object's thread.
        After `stop` nothing is started any more."""
        job = Job(done, failed)
        if self._stopped:
            return job
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # loaded with the first job, after the first paint

            self._pool = ThreadPoolExecutor(1, "job")
        self.begin()
        future: Future[Any] = self._pool.submit(self._run, job, work)
        future.add_done_callback(_raise_what_escaped)
        return job

    def begin(self) -> None:
        """Something is under way, in the worker or in turns of the window's thread; `end` follows for each."""
        self._waiting += 1
        if self._waiting == 1:
            self.busy_changed.emit(True)

    def end(self) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            self.busy_changed.emit(False)

    def _run(self, job: Job, work: Callable[[], Any]) -> None:
        result, error = None, None
        if not job.cancelled:
            try:
                result = work()
            except Exception as raised:  # noqa: BLE001 - carried to the window's thread, which names or reports it
                error = raised
        self._arrived.emit(job, result, error)

    @Slot(object, object, object)
    def _receive(self, job: Job, result: Any, error: BaseException | None) -> None:
        self.end()
        if job.cancelled:
            return
        if error is not None:
            job.failed(error)
        else:
            job.done(result)

    def stop(self) -> None:
        """Wait for the job that runs and drop those that wait."""
        self._stopped = True
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


def _raise_what_escaped(future: "Future[Any]") -> None:
    if not future.cancelled():
        future.result()
