"""Classes, properties and observers in a small model."""


def raises(kind, message, run, *args, **kwargs):
    """`run(*args, **kwargs)` must raise exactly `kind`, with this message."""
    try:
        run(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, type(error)
        assert str(error) == message, str(error)
    else:
        raise AssertionError("no " + kind.__name__)


class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f"balance {balance} is below {amount}")
        self.missing = amount - balance


class Observable:
    def __init__(self):
        self._observers = {}

    def on(self, event):
        def register(f):
            self._observers.setdefault(event, []).append(f)
            return f
        return register

    def emit(self, event, **data):
        for f in self._observers.get(event, ()):
            f(**data)


class Account(Observable):
    interest = 0.0

    def __init__(self, owner, balance=0):
        super().__init__()
        self.owner, self._balance = owner, balance

    @property
    def balance(self):
        return self._balance

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self._balance, amount)
        self._balance -= amount
        self.emit("withdraw", amount=amount, left=self._balance)
        return self

    def __lt__(self, other):
        return self.balance < other.balance

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Savings(Account):
    interest = 0.1

    def grow(self, years):
        for year in range(years):
            self._balance = round(self._balance * (1 + self.interest), 2)
            yield year, self._balance


a, s = Account("ann", 100), Savings("sam", 50)


@a.on("withdraw")
def show(amount, left):
    print("withdrew", amount, "left", left)


a.withdraw(30).withdraw(20)
print(a, s, min(a, s), sorted([a, s]))
print(list(s.grow(3)))
try:
    s.withdraw(1000)
except InsufficientFunds as e:
    print(e, e.missing)
raises(AttributeError, "can't set attribute 'balance'", setattr, a, "balance", 5)
