import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  Text,
} from '@backstage/ui';
import { useState, type ReactNode } from 'react';
import { adrTranslationRef } from '../translation';

/** A button that says what it will do, and asks before it does. */
export function ConfirmedAction(props: {
  label: string;
  /** Tells the buttons of a list apart. */
  name: string;
  consequence: string;
  confirm: string;
  isPrimary?: boolean;
  isPending?: boolean;
  /** Whether what has to be chosen first is chosen. */
  isReady?: boolean;
  onConfirm: () => void;
  /** What has to be chosen first. */
  children?: ReactNode;
}) {
  const { label, name, isPrimary, isPending, isReady = true } = props;
  const { t } = useTranslationRef(adrTranslationRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        size="small"
        variant={isPrimary ? 'primary' : 'secondary'}
        aria-label={name}
        isPending={isPending}
      >
        {label}
      </Button>
      <Dialog>
        <DialogHeader>{name}</DialogHeader>
        <DialogBody>
          <Text as="p">{props.consequence}</Text>
          {props.children}
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            {t('cancel')}
          </Button>
          <Button
            variant="primary"
            isDisabled={!isReady}
            onPress={() => {
              setOpen(false);
              props.onConfirm();
            }}
          >
            {props.confirm}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
